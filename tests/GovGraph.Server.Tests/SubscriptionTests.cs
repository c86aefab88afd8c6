using System.Text.Json;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>Lines are cut and servers stop; whoever comes back with the last cursor is told each change once.</summary>
public abstract class SubscriptionTests : IAsyncLifetime
{
    private const int Cuts = 50;
    private const int WritesOfEach = 30;
    private const string Query = "subscription($after: String) { onTaskChanged(after: $after) { cursor change { id } } }";
    private const string Toggle = "mutation($task: ID!, $status: TaskStatus!) { updateTaskStatus(input: { taskId: $task, status: $status }) { errors { __typename } } }";

    private static readonly string[] s_tasks =
    [
        "my-hoa-hung-2024-kstthc/1.1", "my-hoa-hung-2024-kstthc/1.2", "thuong-lo-2020-cchc/1.3.2", "thuong-lo-2020-cchc/1.3.1#1",
    ];

    private protected TemporaryFolder Data { get; } = new();

    public abstract ValueTask InitializeAsync();

    public virtual ValueTask DisposeAsync()
    {
        Data.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected abstract Task<RunningServer> Start();

    [Fact]
    public async Task A_line_that_is_cut_fifty_times_under_load_misses_nothing_and_tells_nothing_twice()
    {
        await using var server = await Start();
        var start = await LastCursor(server);

        // They write while lines are cut, and not so much faster than it is told that the cuts come after.
        using var ahead = new SemaphoreSlim(20);
        var writing = Task.WhenAll(s_tasks.Select(task => Write(server, task, ahead)));
        var (told, after) = (new List<string>(), start);
        for (var cut = 0; cut < Cuts; cut++)
        {
            var line = await Open(server, cut, after);
            for (var i = 0; i < cut % 5; i++) after = Note(told, await line.Next(), ahead);
            await line.Cut();
        }

        await using var last = await Open(server, 0, after);
        while (told.Count < s_tasks.Length * WritesOfEach) after = Note(told, await last.Next(), ahead);
        await writing;

        Assert.Equal(await Changes(server, start), told);
    }

    [Fact]
    public async Task A_change_behind_the_head_of_the_answer_is_told()
    {
        await using var server = await Start();
        for (var i = 0; i < 10; i++)
        {
            await using var line = await EventLine.OverHttp(server, Query);
            await Set(server, s_tasks[0], i);

            Assert.Equal($"my-hoa-hung-2024-kstthc@{i + 2}", Id(await line.Next()));
        }
    }

    [Fact]
    public async Task A_cursor_outlives_the_server()
    {
        string? after;
        await using (var server = await Start())
        {
            await using var line = await EventLine.OverHttp(server, Query);
            await Set(server, s_tasks[0], 0);
            after = Note([], await line.Next());
            await Set(server, s_tasks[0], 1);
            await server.Kill();
        }

        await using var again = await Start();
        await Set(again, s_tasks[1], 0);
        await using var resumed = await EventLine.OverHttp(again, Query, new { after });

        Assert.Equal("my-hoa-hung-2024-kstthc@3", Id(await resumed.Next()));
        Assert.Equal("my-hoa-hung-2024-kstthc@4", Id(await resumed.Next()));
    }

    private protected static async Task Set(RunningServer server, string task, int count)
    {
        var response = await server.Send(Toggle, new { task, status = count % 2 == 0 ? "IN_PROGRESS" : "SUSPENDED" });
        Assert.Equal("""{"data":{"updateTaskStatus":{"errors":null}}}""", response.GetRawText());
    }

    private protected static string Id(JsonElement response) =>
        response.GetProperty("data").GetProperty("onTaskChanged").GetProperty("change").GetProperty("id").GetString()!;

    private static Task<EventLine> Open(RunningServer server, int cut, string? after) => cut % 2 == 0
        ? EventLine.OverHttp(server, Query, new { after })
        : EventLine.OverWebSocket(server, Query, new { after });

    private static async Task Write(RunningServer server, string task, SemaphoreSlim ahead)
    {
        for (var i = 0; i < WritesOfEach; i++)
        {
            await ahead.WaitAsync(TestContext.Current.CancellationToken);
            await Set(server, task, i);
        }
    }

    private static string Note(List<string> told, JsonElement response, SemaphoreSlim? ahead = null)
    {
        told.Add(Id(response));
        ahead?.Release();
        return response.GetProperty("data").GetProperty("onTaskChanged").GetProperty("cursor").GetString()!;
    }

    private static async Task<string> LastCursor(RunningServer server) =>
        (await server.Send("{ changes(last: 1) { pageInfo { endCursor } } }")).GetProperty("data").GetProperty("changes").GetProperty("pageInfo").GetProperty("endCursor").GetString()!;

    private static async Task<List<string>> Changes(RunningServer server, string? after)
    {
        var ids = new List<string>();
        while (true)
        {
            var page = (await server.Send("query($after: String) { changes(first: 50, after: $after) { pageInfo { endCursor hasNextPage } nodes { id } } }", new { after })).GetProperty("data").GetProperty("changes");
            ids.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!));
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()) return ids;
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }
}

public sealed class EmbeddedSubscriptionTests : SubscriptionTests
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    private protected override Task<RunningServer> Start() => RunningServer.Start(Data.Path);
}

public sealed class MongoSubscriptionTests : SubscriptionTests
{
    private MongoDouble _double = null!;

    [Fact]
    public async Task What_another_server_of_the_store_changes_is_told_and_its_cursors_are_good()
    {
        await using var one = await Start();
        await using var other = await Start();
        await using var line = await EventLine.OverHttp(one, "subscription { onTaskChanged { cursor change { id } } }");
        await Set(other, "my-hoa-hung-2024-kstthc/1.1", 0);
        var told = await line.Next();
        await Set(one, "my-hoa-hung-2024-kstthc/1.1", 1);
        var after = told.GetProperty("data").GetProperty("onTaskChanged").GetProperty("cursor").GetString();
        await using var elsewhere = await EventLine.OverHttp(other, "subscription($after: String) { onTaskChanged(after: $after) { change { id } } }", new { after });

        Assert.Equal(("my-hoa-hung-2024-kstthc@2", "my-hoa-hung-2024-kstthc@3"), (Id(told), Id(await elsewhere.Next())));
    }

    public override async ValueTask InitializeAsync() => _double = await MongoDouble.Start("--replica-set", "rs0");

    public override async ValueTask DisposeAsync()
    {
        await _double.DisposeAsync();
        await base.DisposeAsync();
    }

    private protected override Task<RunningServer> Start() =>
        RunningServer.Start(Data.Path, $"--GovGraph:Storage:ConnectionString={_double.Uri(options: "?replicaSet=rs0")}");
}
