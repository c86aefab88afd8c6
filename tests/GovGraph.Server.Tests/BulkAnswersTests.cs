using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>What becomes of a bulk over several plans, over HTTP.</summary>
public abstract class BulkAnswersTests
{
    private const string Fields = "applied results { index task { id status version } errors { ... on Error { code } } } errors { ... on Error { code message } }";

    private protected abstract RunningServer Server { get; }

    [Fact]
    public async Task Tasks_of_several_plans_change_together_and_once()
    {
        const string Input =
            """idempotencyKey: "k", items: [{ taskId: "thuong-lo-2020-cchc/1.3.2", status: IN_PROGRESS }, { taskId: "my-hoa-hung-2024-kstthc/1.1", status: IN_PROGRESS }, { taskId: "thuong-lo-2020-cchc/7.4.3", status: SUSPENDED }]""";
        const string Answer =
            """{"applied":3,"results":[{"index":0,"task":{"id":"thuong-lo-2020-cchc/1.3.2","status":"IN_PROGRESS","version":2},"errors":null},{"index":1,"task":{"id":"my-hoa-hung-2024-kstthc/1.1","status":"IN_PROGRESS","version":2},"errors":null},{"index":2,"task":{"id":"thuong-lo-2020-cchc/7.4.3","status":"SUSPENDED","version":2},"errors":null}],"errors":null}""";

        Assert.Equal(Answer, await Send(Server, $"validateOnly: true, {Input}"));
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Send(Server, Input))), answer => Assert.Equal(Answer, answer));
        Assert.Equal(Answer, await Send(Server, Input));

        Assert.Equal(
            """{"data":{"a":{"version":3},"b":{"version":2}}}""",
            (await Server.Send("""{ a: planById(id: "thuong-lo-2020-cchc") { version } b: planById(id: "my-hoa-hung-2024-kstthc") { version } }""")).GetRawText());
    }

    [Fact]
    public async Task Where_one_is_refused_no_plan_changes()
    {
        Assert.Equal(
            """{"applied":0,"results":[{"index":0,"task":null,"errors":[{"code":"NOT_APPLIED"}]},{"index":1,"task":null,"errors":[{"code":"EVIDENCE_MISSING"}]}],"errors":null}""",
            await Send(Server, """items: [{ taskId: "hung-yen-2021-papi/1.a#1", status: IN_PROGRESS }, { taskId: "trung-trac-2024-papi/1.a#1", status: COMPLETED }]"""));

        Assert.Equal(
            """{"data":{"planById":{"version":1}}}""", (await Server.Send("""{ planById(id: "hung-yen-2021-papi") { version } }""")).GetRawText());
    }

    private protected static async Task<string> Send(RunningServer server, string input)
    {
        var answer = await server.Send($$"""mutation { updateTasks(input: { {{input}} }) { {{Fields}} } }""");
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetProperty("updateTasks").GetRawText();
    }
}

public sealed class EmbeddedBulkAnswersTests(OwnServerFixture fixture) : BulkAnswersTests, IClassFixture<OwnServerFixture>
{
    private protected override RunningServer Server => fixture.Server;
}

public sealed class MongoBulkAnswersTests(MongoFixture fixture) : BulkAnswersTests, IClassFixture<MongoFixture>
{
    private protected override RunningServer Server => fixture.Server;

    [Fact]
    public async Task A_server_that_stands_alone_says_what_to_do()
    {
        await using var mongo = await MongoDouble.Start();
        await using var alone = await RunningServer.Start("/nowhere", $"--GovGraph:Storage:ConnectionString={mongo.Uri()}");

        foreach (var isTried in (string[])["true", "false"])
            Assert.Equal(
                """{"applied":null,"results":null,"errors":[{"code":"ONE_PLAN_AT_ONCE","message":"Nothing was changed: tasks of several plans change together only where MongoDB has transactions, and this server stands alone. Make it a replica set (one server is enough), or ask for each plan by itself, or with mode BEST_EFFORT."}]}""",
                await Send(alone, $$"""validateOnly: {{isTried}}, items: [{ taskId: "thuong-lo-2020-cchc/1.1.1", status: IN_PROGRESS }, { taskId: "my-hoa-hung-2024-kstthc/1.1", status: IN_PROGRESS }]"""));
    }
}
