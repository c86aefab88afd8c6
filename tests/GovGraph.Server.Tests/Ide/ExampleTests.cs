using System.Text.Json;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;
using GovGraph.GraphQL.Validation;
using Xunit;

namespace GovGraph.Server.Tests.Ide;

/// <summary>The examples that GraphiQL opens with.</summary>
public sealed class ExampleTests(ServerFixture fixture)
{
    private const string Mutation = "6-bao-cao-hoan-thanh";

    private static readonly string s_folder = Path.Combine(Repository.Root, "src", "GovGraph.Server", "Ide", "examples");

    private static readonly Schema s_schema = SchemaBuilder
        .Build(Directory.GetFiles(Path.Combine(Repository.Root, "schema"), "*.graphql").Order(StringComparer.Ordinal).Select(File.ReadAllText))
        .Schema!;

    public static TheoryData<string> Names { get; } =
        [.. Directory.GetFiles(s_folder, "*.graphql").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public void An_example_is_valid(string name) =>
        Assert.Empty(Validator.Validate(s_schema, Document(name), cancellation: TestContext.Current.CancellationToken));

    [Theory, MemberData(nameof(Names))]
    public void An_example_gives_each_of_its_variables_and_no_other(string name) => Assert.Equal(
        Document(name).Definitions.OfType<OperationDefinitionNode>().Single().VariableDefinitions.Select(definition => definition.Variable.Name.Value).Order(),
        Variables(name).EnumerateObject().Select(variable => variable.Name).Order());

    [Fact]
    public void The_first_example_has_no_variables_as_GraphiQL_would_not_show_them_at_first() =>
        Assert.Empty(Variables(Names.First().Data).EnumerateObject());

    [Theory, MemberData(nameof(Names))]
    public void An_example_begins_by_saying_what_it_is_for(string name) =>
        Assert.StartsWith("# ", Text(name), StringComparison.Ordinal);

    [Theory]
    [InlineData("1-danh-sach-ke-hoach", "plans", 5)]
    [InlineData("3-nhiem-vu-cua-don-vi", "tasks", 25)]
    [InlineData("4-nhiem-vu-qua-han", "tasks", 6)]
    [InlineData("5-tim-trong-van-ban", "tasks", 28)]
    public async Task An_example_finds_something(string name, string field, int count)
    {
        var response = await fixture.Server.Send(Text(name), Variables(name));

        Assert.Equal(count, response.GetProperty("data").GetProperty(field).GetProperty("totalCount").GetInt32());
        Assert.False(response.TryGetProperty("errors", out _));
    }

    [Fact]
    public async Task The_example_of_a_whole_plan_gives_all_of_its_tasks()
    {
        const string Name = "2-toan-van-ke-hoach";
        var response = await fixture.Server.Send(Text(Name), Variables(Name));

        var areas = response.GetProperty("data").GetProperty("planById").GetProperty("areas").EnumerateArray();
        Assert.Equal(72, areas.Sum(area => area.GetProperty("tasks").GetArrayLength()));
        Assert.False(response.TryGetProperty("errors", out _));
    }

    [Fact]
    public async Task The_example_of_a_change_completes_a_task()
    {
        using var data = new TemporaryFolder();
        await using var server = await RunningServer.Start(data.Path);

        var response = await server.Send(Text(Mutation), Variables(Mutation));

        Assert.Equal(
            """
            {"data":{"addEvidence":{"evidence":{"id":"thuong-lo-2020-cchc/1.1#1/evidence/1","number":"01/KH-UBND","date":"2020-01-06"},"errors":null},"updateTaskStatus":{"task":{"id":"thuong-lo-2020-cchc/1.1#1","title":"Ban hành kế hoạch CCHC đạt yêu cầu theo hướng dẫn của cơ quan cấp trên","status":"COMPLETED","completedOn":"2020-01-06","deadlineState":"DONE_ON_TIME","version":3},"errors":null}}}
            """,
            response.GetRawText());
    }

    internal static string Text(string name) => File.ReadAllText(Path.Combine(s_folder, name + ".graphql"));

    private static DocumentNode Document(string name) => Parser.Parse(Text(name)).Node!;

    private static JsonElement Variables(string name)
    {
        var file = Path.Combine(s_folder, name + ".json");
        return JsonElement.Parse(File.Exists(file) ? File.ReadAllText(file) : "{}");
    }
}
