using System.Text.Json;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;
using GovGraph.GraphQL.Validation;
using Xunit;

namespace GovGraph.Server.Tests.Ide;

/// <summary>The examples that GraphiQL opens with, against the public schema.</summary>
public sealed class ExampleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "src", "GovGraph.Server", "Ide", "examples");

    private static readonly Schema Schema = SchemaBuilder
        .Build(Directory.GetFiles(Path.Combine(Repository.Root, "schema"), "*.graphql").Order(StringComparer.Ordinal).Select(File.ReadAllText))
        .Schema!;

    public static TheoryData<string> Names { get; } = [.. Directory.GetFiles(Folder, "*.graphql").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public void An_example_is_valid(string name) =>
        Assert.Empty(Validator.Validate(Schema, Document(name), cancellation: TestContext.Current.CancellationToken));

    [Theory, MemberData(nameof(Names))]
    public void An_example_gives_each_of_its_variables_and_no_other(string name)
    {
        var declared = Document(name).Definitions.OfType<OperationDefinitionNode>().Single().VariableDefinitions
            .Select(definition => definition.Variable.Name.Value);

        var variables = Path.Combine(Folder, name + ".json");
        using var given = JsonDocument.Parse(File.Exists(variables) ? File.ReadAllText(variables) : "{}");

        Assert.Equal(declared.Order(), given.RootElement.EnumerateObject().Select(variable => variable.Name).Order());
    }

    [Fact]
    public void The_first_example_has_no_variables_as_GraphiQL_would_not_show_them_at_first() =>
        Assert.Empty(Document(Names.First().Data).Definitions.OfType<OperationDefinitionNode>().Single().VariableDefinitions);

    [Theory, MemberData(nameof(Names))]
    public void An_example_begins_by_saying_what_it_is_for(string name) =>
        Assert.StartsWith("# ", File.ReadAllText(Path.Combine(Folder, name + ".graphql")), StringComparison.Ordinal);

    private static DocumentNode Document(string name) => Parser.Parse(File.ReadAllText(Path.Combine(Folder, name + ".graphql"))).Node!;
}
