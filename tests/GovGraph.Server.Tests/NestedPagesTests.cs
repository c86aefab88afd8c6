using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>Lists inside a plan, read page by page over HTTP.</summary>
public abstract class NestedPagesTests
{
    private const string ThuongLo = "thuong-lo-2020-cchc";
    private const string MyHoaHung = "my-hoa-hung-2024-kstthc";

    private protected abstract RunningServer Server { get; }

    [Theory]
    [InlineData(ThuongLo, "Plan", "areas", "order: [{ code: DESC }]", 3)]
    [InlineData(ThuongLo, "Plan", "tasks", "order: [{ status: ASC }, { deadline: { dueDate: DESC } }], where: { title: { neq: null } }", 20)]
    [InlineData(ThuongLo, "Plan", "dueSteps", "order: [{ label: ASC }], where: { isOpen: { eq: true } }", 5)]
    [InlineData(ThuongLo, "Plan", "units", "order: [{ name: DESC }]", 6)]
    [InlineData(ThuongLo, "Plan", "consistencyIssues", "order: [{ kind: DESC }]", 2)]
    [InlineData(MyHoaHung, "Plan", "indicators", "order: [{ target: DESC }]", 4)]
    [InlineData(ThuongLo + "/1", "Area", "components", "", 2)]
    [InlineData(ThuongLo + "/1", "Area", "tasks", "order: [{ code: DESC }]", 4)]
    [InlineData(ThuongLo + "/1", "Area", "dueSteps", "", 2)]
    [InlineData(MyHoaHung + "/9", "Area", "indicators", "", 5)]
    [InlineData(ThuongLo + "/1.5", "Component", "groups", "", 1)]
    [InlineData(ThuongLo + "/1.5", "Component", "tasks", "order: [{ deadline: { dueDate: ASC } }]", 3)]
    [InlineData(ThuongLo + "/1.5.2#4", "Task", "assignments", "order: [{ role: DESC }]", 1)]
    [InlineData(ThuongLo + "/1.5.2#4", "Task", "leadUnits", "", 1)]
    public async Task Pages_make_the_whole_list(string id, string type, string list, string arguments, int size)
    {
        var whole = await Ids(id, type, list, arguments);
        Assert.NotEmpty(whole);

        var walked = new List<string>();
        for (var isMore = true; isMore;)
        {
            var page = await Ids(id, type, list, $"{arguments} first: {size}{(walked.Count == 0 ? "" : $" after: \"{walked[^1]}\"")}");
            walked.AddRange(page);
            isMore = page.Length == size;
        }

        Assert.Equal(whole, walked);
    }

    [Fact]
    public async Task Steps_of_one_deadline_are_paged_by_their_keys()
    {
        var keys = await Keys("");
        Assert.Equal(5, keys.Length);

        Assert.Equal(keys[..2], await Keys("(first: 2)"));
        Assert.Equal(keys[2..4], await Keys($"(first: 2, after: \"{keys[1]}\")"));
        Assert.Equal(keys[4..], await Keys($"(first: 2, after: \"{keys[3]}\")"));
        Assert.Equal(keys[..2].Reverse(), await Keys($"(order: [{{ due: DESC }}], after: \"{keys[2]}\")"));

        async Task<string[]> Keys(string arguments) =>
        [
            .. (await Server.Send($$"""{ taskById(id: "thuong-lo-2020-cchc/1.5.2#4") { deadline { steps{{arguments}} { key } } } }"""))
                .GetProperty("data").GetProperty("taskById").GetProperty("deadline").GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("key").GetString()!),
        ];
    }

    [Theory]
    [InlineData("thuong-lo-2020-cchc/1")]
    [InlineData("my-hoa-hung-2024-kstthc/1.1")]
    [InlineData("")]
    public async Task A_list_does_not_go_on_behind_what_it_does_not_have(string id)
    {
        var answer = await Server.Send($$"""{ planById(id: "thuong-lo-2020-cchc") { tasks(first: 2, after: "{{id}}") { id } } }""");

        Assert.Equal(
            $$$"""[{"message":"`after` names nothing in this list: it has no '{{{id}}}'.","locations":[{"line":1,"column":41}],"path":["planById","tasks"],"extensions":{"code":"HC0078","argument":"after","coordinate":"Plan.tasks"}}]""",
            answer.GetProperty("errors").GetRawText());
    }

    private async Task<string[]> Ids(string id, string type, string list, string arguments)
    {
        var given = arguments.Length == 0 ? "" : $"({arguments})";
        var answer = await Server.Send($$"""{ node(id: "{{id}}") { ... on {{type}} { {{list}}{{given}} { id } } } }""");
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return [.. answer.GetProperty("data").GetProperty("node").GetProperty(list).EnumerateArray().Select(item => item.GetProperty("id").GetString()!)];
    }
}

public sealed class EmbeddedNestedPagesTests(ServerFixture fixture) : NestedPagesTests
{
    private protected override RunningServer Server => fixture.Server;
}

public sealed class MongoNestedPagesTests(MongoFixture fixture) : NestedPagesTests, IClassFixture<MongoFixture>
{
    private protected override RunningServer Server => fixture.Server;
}
