using GovGraph.Api.Paging;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;
using Xunit;

namespace GovGraph.Api.Tests;

public sealed class ApiSchemaTests
{
    [Fact]
    public void Every_field_of_the_schema_has_a_binding_and_every_binding_a_field() => ApiSchema.Bind();

    [Fact]
    public void The_program_carries_every_file_of_the_contract()
    {
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "schema"), "*.graphql").Select(File.ReadAllText);

        Assert.Equal(files.Order(StringComparer.Ordinal), ApiSchema.Sources.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_printed_schema_builds_the_same_schema_again()
    {
        var printed = SchemaPrinter.Print(SchemaBuilder.Build(ApiSchema.Sources).Schema!);

        Assert.Equal(printed, SchemaPrinter.Print(SchemaBuilder.Build(printed).Schema!));
    }

    [Fact]
    public void Everything_is_described()
    {
        // Filter and sort inputs follow one scheme that the operation inputs explain.
        var schema = SchemaBuilder.Build(ApiSchema.Sources).Schema!;
        var bare = schema.TypesInOrder
            .Where(type => !type.IsSpecified && type is not InputObjectType && type.Description is null)
            .Select(type => type.Name)
            .Except(["UpdateTaskStatusPayload", "AddEvidencePayload", "UpdateTaskStatusError", "AddEvidenceError"]);

        Assert.Empty(bare);
    }

    [Fact]
    public void Every_list_of_objects_says_how_long_it_is()
    {
        var schema = SchemaBuilder.Build(ApiSchema.Sources).Schema!;
        var fields = schema.TypesInOrder.OfType<ObjectType>().Where(type => !type.IsSpecified)
            .SelectMany(type => type.FieldsInOrder, (type, field) => (type, field)).ToList();
        var silent = fields
            .Where(each => each.field.Type.Nullable is ListType && each.field.Type.Named.IsComposite)
            .Where(each => !each.type.Name.EndsWith("Connection", StringComparison.Ordinal) && each.field.Directives.All(directive => directive.Name.Value != "listSize"))
            .Select(each => $"{each.type.Name}.{each.field.Name}");

        Assert.Empty(silent);
        Assert.All(
            fields.Where(each => each.field.Type.Named.Name.EndsWith("Connection", StringComparison.Ordinal)),
            each => Assert.Contains(each.field.Directives, directive => directive.Name.Value == "listSize"));
    }

    [Fact]
    public void A_history_is_asked_for_in_the_same_way_wherever_there_is_one()
    {
        var histories = SchemaBuilder.Build(ApiSchema.Sources).Schema!.TypesInOrder.OfType<ObjectType>()
            .SelectMany(type => type.FieldsInOrder).Where(field => field.Name == "history").ToList();

        Assert.Equal(11, histories.Count);
        Assert.All(histories, history => Assert.Equal(Asked(histories[0]), Asked(history)));

        static string Asked(FieldDefinition field) => string.Join('\n', [$"{field.Type} {Printed(field.Directives)}", .. field.Arguments.Select(argument => $"{argument.Description} {argument.Name}: {argument.Type} {Printed(argument.Directives)}")]);
        static string Printed(IEnumerable<DirectiveNode> directives) => string.Join(' ', directives.Select(directive => $"{directive.Name.Value}({string.Join(", ", directive.Arguments.Select(argument => $"{argument.Name.Value}: {argument.Value}"))})"));
    }

    [Fact]
    public void The_printed_schema_tells_the_page_sizes_in_force()
    {
        var printed = SchemaPrinter.Print(ApiSchema.Bind(new PageSizes(Default: 5, Max: 20)).Schema);

        Assert.Equal(Sizes(SchemaPrinter.Print(ApiSchema.Bind().Schema), "assumedSize: 50, slicingArguments: [\"first\", \"last\"], slicingArgumentDefaultValue: 10, "), Sizes(printed, "assumedSize: 20, slicingArguments: [\"first\", \"last\"], slicingArgumentDefaultValue: 5, "));
        Assert.Contains("@listSize(assumedSize: 20, slicingArguments: [\"first\", \"last\"], slicingArgumentDefaultValue: 20, ", printed, StringComparison.Ordinal);
        Assert.DoesNotContain("slicingArgumentDefaultValue: 10", printed, StringComparison.Ordinal);

        static int Sizes(string sdl, string size) => sdl.Split(size).Length - 1;
    }
}
