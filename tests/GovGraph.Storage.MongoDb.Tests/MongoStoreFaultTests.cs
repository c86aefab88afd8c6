using System.Text;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.Tests.Contract;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.MongoDb.Tests;

/// <summary>What a store does when the server or the way to it fails.</summary>
public class MongoStoreFaultTests
{
    private const string Task = "new-2024-cchc/1.1";
    private static readonly DateOnly Today = new(2024, 3, 15);

    [Theory]
    [InlineData("closeAfter")]
    [InlineData("cutReply")]
    [InlineData("closeConnection")]
    public async Task A_change_whose_reply_is_lost_happens_once(string fault)
    {
        // A standalone server can't tell a repeated write: that is left to the store.
        await using var server = await MongoDouble.Start();
        await using var store = await Open(server);
        await store.Insert(SamplePlans.Small("new", 1), SampleStore.Record);
        using var connection = server.Connect();
        await Fail(connection, "findAndModify", fault);

        var changed = await store.ChangeTask(Task, 1, task => task.AddEvidence(SampleStore.Document(1)), SampleStore.Record);

        Assert.Equal(2, changed.Value?.Version);
        var read = await store.GetTask(Task);
        Assert.Equal((2, 1), (read!.Version, read.Evidence.Length));
        Assert.Equal(2, await connection.Run(new CommandCount("findAndModify"), CancellationToken.None));
    }

    [Theory]
    [InlineData("closeAfter")]
    [InlineData("closeConnection")]
    public async Task A_plan_whose_acknowledgement_is_lost_is_taken_in_once(string fault)
    {
        await using var server = await MongoDouble.Start();
        await using var store = await Open(server);
        using var connection = server.Connect();
        await Fail(connection, "insert", fault);

        Assert.Equal(InsertOutcome.Inserted, await store.Insert(SamplePlans.Small("new", 1), SampleStore.Record));
        Assert.Equal(InsertOutcome.Unchanged, await store.Insert(SamplePlans.Small("new", 1), SampleStore.Record));
    }

    [Fact]
    public async Task A_server_that_is_gone_is_an_error_and_the_store_goes_on_when_it_is_back()
    {
        var server = await MongoDouble.Start();
        await using var store = await Open(server);
        await server.Kill();

        var fault = await Assert.ThrowsAsync<StoreException>(async () => await store.GetPlan("none"));
        Assert.DoesNotContain('\n', fault.Message);
        await using var again = await MongoDouble.Start("--port", $"{server.Port}");
        Assert.Null(await store.GetPlan("none"));
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_plan_over_16_MB_is_refused_before_it_is_sent()
    {
        await using var server = await MongoDouble.Start();
        await using var store = await Open(server);

        var fault = await Assert.ThrowsAsync<StoreException>(async () => await store.Insert(SamplePlans.Small("new", 20_000), SampleStore.Record));

        Assert.StartsWith("The plan 'new-2024-cchc' makes a document of ", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(" bytes; MongoDB takes at most 16,777,216. Split the plan.", fault.Message, StringComparison.Ordinal);
        Assert.Null(await store.GetPlan("new-2024-cchc"));
    }

    [Fact]
    public async Task A_plan_whose_history_fills_its_document_takes_no_change_and_stays_whole()
    {
        await using var server = await MongoDouble.Start("--largest-document", "20000");
        await using var store = await Open(server);
        await store.Insert(SamplePlans.Small("new", 1), SampleStore.Record);
        var status = GovGraph.Plans.Tasks.TaskStatus.InProgress;
        var changes = 0;
        StoreException? fault = null;
        while (fault is null && changes < 200)
        {
            try
            {
                status = status == GovGraph.Plans.Tasks.TaskStatus.InProgress ? GovGraph.Plans.Tasks.TaskStatus.Suspended : GovGraph.Plans.Tasks.TaskStatus.InProgress;
                await store.ChangeTask("new-2024-cchc/1.1", null, task => task.ChangeStatus(status, null, new DateOnly(2024, 3, 15)), SampleStore.Record);
                changes++;
            }
            catch (StoreException full)
            {
                fault = full;
            }
        }

        Assert.Equal(
            "The plan 'new-2024-cchc' with its history fills MongoDB's 16,777,216 bytes for a document; nothing was changed. Bring it into an embedded store with the command copy: there a history has no limit.",
            fault!.Message);
        Assert.Equal(changes + 1, (await store.GetTask("new-2024-cchc/1.1"))!.Version);
        Assert.Equal(changes + 1, (await store.FindChanges(new())).Items.Length);
    }

    [Fact]
    public async Task A_document_that_is_not_a_plan_is_named_and_the_others_are_served()
    {
        await using var server = await MongoDouble.Start();
        await using var store = await Open(server);
        using var connection = server.Connect();
        using var writer = new MongoDb.Bson.BsonWriter();
        var document = writer.Begin().String("_id"u8, "broken").Int32("schemaVersion"u8, 1).Int32("year"u8, 2024).End().Written.ToArray();
        await connection.Run(new Insert(Collections.Plans, document), CancellationToken.None);
        await store.Insert(SamplePlans.Small("new", 1), SampleStore.Record);

        var fault = await Assert.ThrowsAsync<StoreException>(async () => await store.GetPlan("broken"));

        Assert.Equal("The document 'broken' of the collection 'plans' is not a plan: 'title' is missing. Restore it from a backup, or remove it.", fault.Message);
        Assert.NotNull(await store.GetPlan("new-2024-cchc"));
    }

    [Fact]
    public async Task A_user_who_may_only_read_is_told_so_at_the_start()
    {
        await using var server = await MongoDouble.Start("--user", "app:secret", "--read-user", "reader:secret");

        var fault = await Assert.ThrowsAsync<StoreException>(() => MongoStore.Open(
            new MongoSettings { ConnectionString = server.Uri("reader:secret", "?authSource=admin") }, TimeProvider.System));

        Assert.Contains("Grant the role readWrite on the database 'govgraph'.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_processes_that_change_one_plan_do_not_lose_a_change()
    {
        await using var server = await MongoDouble.Start();
        await using var one = await Open(server);
        await using var other = await Open(server);
        await one.Insert(SamplePlans.Small("new", 1), SampleStore.Record);

        var changes = await System.Threading.Tasks.Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            (i % 2 == 0 ? one : other).ChangeTask(Task, null, task => task.AddEvidence(SampleStore.Document(i)), SampleStore.Record).AsTask()));

        Assert.All(changes, change => Assert.False(change.IsRefused));
        Assert.Equal((21, 20), ((await one.GetTask(Task))!.Version, (await other.GetTask(Task))!.Evidence.Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("rs0")]
    public async Task What_another_process_changes_is_watched(string replicaSet)
    {
        await using var server = await MongoDouble.Start(replicaSet.Length > 0 ? ["--replica-set", replicaSet] : []);
        await using var watcher = await Open(server);
        await using var writer = await Open(server);
        await writer.Insert(SamplePlans.Small("new", 1), SampleStore.Record);
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var changes = watcher.Watch(stop.Token);
        // A change of its own waits until whatever happens from then on is seen.
        await watcher.ChangeTask(Task, null, task => task.ChangeStatus(TaskStatus.InProgress, "một", Today), SampleStore.Record);
        await writer.ChangeTask(Task, null, task => task.ChangeStatus(TaskStatus.Suspended, "hai", Today), SampleStore.Record);

        var seen = new List<StoreChange>();
        await foreach (var change in changes)
        {
            seen.Add(change);
            if (seen.Count == 2)
                break;
        }

        Assert.Equal([2L, 3], seen.Select(change => change.Plan.Version));
        Assert.Equal(["một", "hai"], seen.Select(change => (change.After as PlanTask)?.StatusNote));
        Assert.Equal([null, "một"], seen.Select(change => (change.Before as PlanTask)?.StatusNote));
    }

    [Fact]
    public async Task A_hundred_thousand_calls_leave_memory_as_it_was()
    {
        await using var server = await MongoDouble.Start();
        using var connection = server.Connect(configure: settings => settings with { Connections = 16 });
        await Calls(20_000);

        // One leaked reply of 128 bytes a call would be 12 MB in each round. Other tests of the process take memory too: one round without is enough.
        var grown = long.MaxValue;
        for (var round = 0; round < 4 && grown >= 8_000_000; round++)
        {
            var before = ResidentBytes();
            await Calls(100_000);
            grown = Math.Min(grown, ResidentBytes() - before);
        }

        Assert.True(grown < 8_000_000, $"{grown:N0} bytes more");

        async Task Calls(int count)
        {
            await System.Threading.Tasks.Task.WhenAll(Enumerable.Range(0, 64).Select(async _ =>
            {
                for (var i = 0; i < count / 64; i++)
                    await connection.Run(new Ping(), CancellationToken.None);
            }));
        }
    }

    private static long ResidentBytes()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        var managed = GC.GetTotalMemory(forceFullCollection: true);
        var native = File.ReadLines("/proc/self/status").First(line => line.StartsWith("RssAnon:", StringComparison.Ordinal));
        return Math.Max(managed, long.Parse(native.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], null) * 1024);
    }

    private static Task<MongoStore> Open(MongoDouble server) => MongoStore.Open(
        new MongoSettings { ConnectionString = server.Uri(), ConnectTimeout = TimeSpan.FromSeconds(3) }, TimeProvider.System);

    private static Task<bool> Fail(MongoConnection connection, string command, string fault) =>
        connection.Run(new ConfigureFailPoint(command, 1, data => data.Boolean(Encoding.UTF8.GetBytes(fault), true)), CancellationToken.None);
}
