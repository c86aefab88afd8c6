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
}
