using System.Net.Http.Json;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>What is told of what was done to the five plans.</summary>
public abstract class HistoryAnswersTests : IAsyncLifetime
{
    private const string Status = "mutation($input: UpdateTaskStatusInput!) { updateTaskStatus(input: $input) { task { version } errors { __typename } } }";
    private const string Evidence = "mutation($input: AddEvidenceInput!) { addEvidence(input: $input) { task { version } errors { __typename } } }";

    private readonly TemporaryFolder _data = new();
    private RunningServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await Start(_data.Path);

    public virtual async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _data.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<RunningServer> Start(string dataFolder);

    [Fact]
    public async Task A_history_tells_who_did_what_and_what_it_was_before()
    {
        await Do(Evidence, new { taskId = "thuong-lo-2020-cchc/1.3.2", evidence = new { document = new { number = "12/BC-UBND", date = "2020-05-06", issuer = "UBND xã Thượng Lộ" } } }, "  mot-cua ");
        await Do(Status, new { taskId = "thuong-lo-2020-cchc/1.3.2", status = "COMPLETED", note = "Xong", completedOn = "2020-05-07", reason = "Báo cáo tháng 5" }, "mot-cua");
        await Do(Status, new { taskId = "thuong-lo-2020-cchc/1.3.1#1", status = "IN_PROGRESS" }, client: null);

        await Answers(
            """
            {
              taskById(id: "thuong-lo-2020-cchc/1.3.2") {
                version
                history {
                  totalCount
                  pageInfo { hasNextPage hasPreviousPage }
                  nodes {
                    id kind who reason client planVersion version node { __typename id } plan { id version }
                    changes { field before after }
                    before { ... on TaskSnapshot { status version evidence { id } } }
                    after { ... on TaskSnapshot { status statusNote completedOn version evidence { id number } } }
                  }
                }
              }
            }
            """,
            """
            {"taskById":{"version":3,"history":{"totalCount":3,"pageInfo":{"hasNextPage":false,"hasPreviousPage":false},"nodes":[
            {"id":"thuong-lo-2020-cchc@3","kind":"STATUS_CHANGED","who":null,"reason":"Báo cáo tháng 5","client":"mot-cua","planVersion":3,"version":3,
            "node":{"__typename":"Task","id":"thuong-lo-2020-cchc/1.3.2"},"plan":{"id":"thuong-lo-2020-cchc","version":4},
            "changes":[{"field":"status","before":"NOT_STARTED","after":"COMPLETED"},{"field":"statusNote","before":null,"after":"Xong"},{"field":"completedOn","before":null,"after":"2020-05-07"}],
            "before":{"status":"NOT_STARTED","version":2,"evidence":[{"id":"thuong-lo-2020-cchc/1.3.2/evidence/1"}]},
            "after":{"status":"COMPLETED","statusNote":"Xong","completedOn":"2020-05-07","version":3,"evidence":[{"id":"thuong-lo-2020-cchc/1.3.2/evidence/1","number":"12/BC-UBND"}]}},
            {"id":"thuong-lo-2020-cchc@2","kind":"EVIDENCE_ADDED","who":null,"reason":null,"client":"mot-cua","planVersion":2,"version":2,
            "node":{"__typename":"Task","id":"thuong-lo-2020-cchc/1.3.2"},"plan":{"id":"thuong-lo-2020-cchc","version":4},
            "changes":[{"field":"evidence","before":null,"after":"12/BC-UBND, 2020-05-06, UBND xã Thượng Lộ"}],
            "before":{"status":"NOT_STARTED","version":1,"evidence":[]},
            "after":{"status":"NOT_STARTED","statusNote":null,"completedOn":null,"version":2,"evidence":[{"id":"thuong-lo-2020-cchc/1.3.2/evidence/1","number":"12/BC-UBND"}]}},
            {"id":"thuong-lo-2020-cchc@1","kind":"PLAN_ADDED","who":null,"reason":"imported from thuong-lo-2020-cchc.json","client":null,"planVersion":1,"version":1,
            "node":{"__typename":"Plan","id":"thuong-lo-2020-cchc"},"plan":{"id":"thuong-lo-2020-cchc","version":4},
            "changes":[],"before":null,"after":null}
            ]}}}
            """);
    }

    [Fact]
    public async Task Every_node_has_the_history_of_what_stands_below_it()
    {
        await Do(Status, new { taskId = "thuong-lo-2020-cchc/1.3.1#2", status = "IN_PROGRESS" });
        await Do(Status, new { taskId = "thuong-lo-2020-cchc/2.1#1", status = "IN_PROGRESS" });
        await Do(Status, new { taskId = "my-hoa-hung-2024-kstthc/1.1", status = "IN_PROGRESS" });

        await Answers(
            """
            {
              planById(id: "thuong-lo-2020-cchc") {
                history(order: [{ at: ASC }]) { nodes { node { id } } }
                areas(where: { code: { in: ["1", "2", "3"] } }) {
                  history { nodes { planVersion } }
                  components(where: { code: { in: ["1.3", "1.4", "2.1"] } }) {
                    history(where: { kind: { neq: PLAN_ADDED } }) { nodes { planVersion } }
                    groups { history(first: 1) { totalCount pageInfo { hasNextPage } nodes { node { id } } } }
                  }
                }
              }
              node(id: "my-hoa-hung-2024-kstthc/9.1.1") { ... on Indicator { history { nodes { kind version } } } }
              units(where: { id: { eq: "thuong-lo/van-phong-thong-ke" } }) { nodes { history { nodes { node { id } } } } }
            }
            """,
            """
            {"planById":{"history":{"nodes":[{"node":{"id":"thuong-lo-2020-cchc"}},{"node":{"id":"thuong-lo-2020-cchc/1.3.1#2"}},{"node":{"id":"thuong-lo-2020-cchc/2.1#1"}}]},
            "areas":[
            {"history":{"nodes":[{"planVersion":2},{"planVersion":1}]},"components":[
            {"history":{"nodes":[{"planVersion":2}]},"groups":[{"history":{"totalCount":2,"pageInfo":{"hasNextPage":true},"nodes":[{"node":{"id":"thuong-lo-2020-cchc/1.3.1#2"}}]}}]},
            {"history":{"nodes":[]},"groups":[]}]},
            {"history":{"nodes":[{"planVersion":3},{"planVersion":1}]},"components":[{"history":{"nodes":[{"planVersion":3}]},"groups":[]}]},
            {"history":{"nodes":[{"planVersion":1}]},"components":[]}]},
            "node":{"history":{"nodes":[{"kind":"PLAN_ADDED","version":1}]}},
            "units":{"nodes":[{"history":{"nodes":[{"node":{"id":"thuong-lo-2020-cchc/1.3.1#2"}}]}}]}}
            """);
    }

    [Fact]
    public async Task Who_goes_on_with_the_last_cursor_is_told_each_change_once()
    {
        var (seen, after) = await ReadOn(null);
        Assert.Equal(["hung-yen-2021-papi", "my-hoa-hung-2024-kstthc", "thuong-lo-2020-cchc", "trung-trac-2022-papi", "trung-trac-2024-papi"], seen.Order(StringComparer.Ordinal));
        var (none, same) = await ReadOn(after);
        Assert.Empty(none);
        Assert.Equal(after, same);

        await Do(Status, new { taskId = "my-hoa-hung-2024-kstthc/1.1", status = "IN_PROGRESS" });
        await Do(Status, new { taskId = "thuong-lo-2020-cchc/1.3.2", status = "IN_PROGRESS" });
        (seen, after) = await ReadOn(after);
        Assert.Equal(["my-hoa-hung-2024-kstthc/1.1", "thuong-lo-2020-cchc/1.3.2"], seen);

        await Do(Status, new { taskId = "my-hoa-hung-2024-kstthc/1.1", status = "SUSPENDED" });
        Assert.Equal(["my-hoa-hung-2024-kstthc/1.1"], (await ReadOn(after)).Nodes);
    }

    [Fact]
    public async Task What_has_happened_is_found_by_moment_plan_kind_unit_and_program()
    {
        var start = DateTimeOffset.UnixEpoch;
        await Do(Status, new { taskId = "my-hoa-hung-2024-kstthc/1.1", status = "IN_PROGRESS" }, "mot-cua");
        await Do(Evidence, new { taskId = "my-hoa-hung-2024-kstthc/1.2", evidence = new { link = new { url = "https://example.vn/1" } } }, "other");

        Assert.Equal(2, await Count("""changes(where: { plan: { eq: "my-hoa-hung-2024-kstthc" }, kind: { neq: PLAN_ADDED } })"""));
        Assert.Equal(1, await Count("""changes(where: { client: { eq: "mot-cua" } })"""));
        Assert.Equal(1, await Count("""changes(where: { or: [{ kind: { eq: EVIDENCE_ADDED } }, { node: { eq: "none" } }] })"""));
        Assert.Equal(7, await Count($"""changes(since: "{start:O}")"""));
        Assert.Equal(0, await Count("""changes(since: "2999-01-01T00:00:00+07:00")"""));
        Assert.Equal(7, await Count("""changes(where: { at: { lt: "2999-01-01T00:00:00Z" } })"""));
        Assert.Equal(2, await Count("""changes(where: { involves: { unit: "UBND xã" } })""") + await Count("""changes(where: { not: { or: [{ kind: { eq: PLAN_ADDED } }, { involves: { unit: "UBND xã" } }] } })"""));
    }

    [Fact]
    public async Task Plans_and_tasks_are_read_as_they_stood_at_a_moment()
    {
        const string task = "thuong-lo-2020-cchc/1.3.2";
        await Do(Evidence, new { taskId = task, evidence = new { link = new { url = "https://example.vn/1" } } });
        var moments = await _server.Send($$"""{ taskById(id: "{{task}}") { history(first: 2) { nodes { at } } } }""");
        var (then, start) = (moments.GetProperty("data").GetProperty("taskById").GetProperty("history").GetProperty("nodes") is var nodes
            ? (nodes[0].GetProperty("at").GetString(), nodes[1].GetProperty("at").GetString()) : default);
        await Do(Status, new { taskId = task, status = "COMPLETED", note = "Xong" });
        const string shown = "status statusNote completedOn version evidence { id } plan { version } history { nodes { planVersion } }";

        await Answers(
            $$"""
            {
              then: taskById(id: "{{task}}", at: "{{then}}") { {{shown}} }
              start: taskById(id: "{{task}}", at: "{{start}}") { {{shown}} }
              before: taskById(id: "{{task}}", at: "2000-01-01T00:00:00+07:00") { id }
              plan: planById(id: "thuong-lo-2020-cchc", at: "{{then}}") { version tasks(where: { evidence: { any: true } }) { status } }
              none: planById(id: "thuong-lo-2020-cchc", at: "2000-01-01T00:00:00+07:00") { id }
              done: tasks(where: { status: { eq: COMPLETED } }) { totalCount }
              doneThen: tasks(where: { status: { eq: COMPLETED } }, at: "{{then}}") { totalCount }
              evidenceThen: tasks(where: { evidence: { any: true } }, at: "{{then}}") { totalCount nodes { version } }
              tasksBefore: tasks(at: "2000-01-01T00:00:00+07:00") { totalCount nodes { id } }
              plansBefore: plans(at: "2000-01-01T00:00:00+07:00") { totalCount }
              plansThen: plans(at: "{{then}}", where: { tasks: { some: { evidence: { any: true } } } }) { totalCount nodes { version } }
            }
            """,
            """
            {"then":{"status":"NOT_STARTED","statusNote":null,"completedOn":null,"version":2,"evidence":[{"id":"thuong-lo-2020-cchc/1.3.2/evidence/1"}],"plan":{"version":2},"history":{"nodes":[{"planVersion":2},{"planVersion":1}]}},
            "start":{"status":"NOT_STARTED","statusNote":null,"completedOn":null,"version":1,"evidence":[],"plan":{"version":1},"history":{"nodes":[{"planVersion":1}]}},
            "before":null,
            "plan":{"version":2,"tasks":[{"status":"NOT_STARTED"}]},
            "none":null,
            "done":{"totalCount":1},
            "doneThen":{"totalCount":0},
            "evidenceThen":{"totalCount":1,"nodes":[{"version":2}]},
            "tasksBefore":{"totalCount":0,"nodes":[]},
            "plansBefore":{"totalCount":0},
            "plansThen":{"totalCount":1,"nodes":[{"version":2}]}}
            """);
    }

    [Theory]
    [InlineData("""changes(after: "none")""", "HC0078", "The cursor specified in `after` has an invalid format.")]
    [InlineData("""changes(before: "AQ")""", "HC0078", "The cursor specified in `before` has an invalid format.")]
    [InlineData("changes(first: 51)", "HC0051", "The maximum allowed items per page were exceeded.")]
    [InlineData("changes(first: -1)", "HC0079", "`first` must not be negative, but it is -1.")]
    public async Task A_wrong_page_is_refused(string field, string code, string message)
    {
        var error = (await _server.Send($$"""{ {{field}} { nodes { id } } }""")).GetProperty("errors")[0];

        Assert.Equal((code, message), (error.GetProperty("extensions").GetProperty("code").GetString(), error.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_filter()
    {
        var after = (await ReadOn(null)).After;

        var error = (await _server.Send($$"""{ changes(after: "{{after}}", where: { kind: { eq: PLAN_ADDED } }) { nodes { id } } }""")).GetProperty("errors")[0];

        Assert.Equal("HC0078", error.GetProperty("extensions").GetProperty("code").GetString());
    }

    /// <summary>Sends a mutation that must not be refused.</summary>
    private async Task Do(string mutation, object input, string? client = "tests")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = mutation, variables = new { input } }) };
        if (client is not null)
        {
            request.Headers.TryAddWithoutValidation("GraphQL-Client-Id", client);
        }

        using var response = await _server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.EndsWith("\"errors\":null}}}", text, StringComparison.Ordinal);
    }

    private async Task Answers(string query, string data)
    {
        var response = await _server.Send(query);
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.Equal(data.ReplaceLineEndings(""), response.GetProperty("data").GetRawText());
    }

    private async Task<int> Count(string field)
    {
        var response = await _server.Send($$"""{ {{field}} { totalCount } }""");
        return response.GetProperty("data").GetProperty("changes").GetProperty("totalCount").GetInt32();
    }

    /// <summary>All pages behind a cursor, two changes each.</summary>
    private async Task<(List<string> Nodes, string? After)> ReadOn(string? after)
    {
        var nodes = new List<string>();
        while (true)
        {
            var page = (await _server.Send("query($after: String) { changes(first: 2, after: $after) { pageInfo { endCursor hasNextPage } nodes { node { id } } } }", new { after }))
                .GetProperty("data").GetProperty("changes");
            nodes.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("node").GetProperty("id").GetString()!));
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString() ?? after;
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                return (nodes, after);
            }
        }
    }
}

public sealed class EmbeddedHistoryAnswersTests : HistoryAnswersTests
{
    private protected override Task<RunningServer> Start(string dataFolder) => RunningServer.Start(dataFolder);
}

public sealed class MongoHistoryAnswersTests : HistoryAnswersTests
{
    private MongoDouble? _double;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_double is not null)
        {
            await _double.DisposeAsync();
        }
    }

    private protected override async Task<RunningServer> Start(string dataFolder)
    {
        _double = await MongoDouble.Start("--replica-set", "rs0");
        return await RunningServer.Start(dataFolder, $"--GovGraph:Storage:ConnectionString={_double.Uri(options: "?replicaSet=rs0")}");
    }
}
