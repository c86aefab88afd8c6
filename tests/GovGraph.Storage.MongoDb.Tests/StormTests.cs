using System.Collections.Concurrent;
using GovGraph.Plans;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.Tests.Contract;
using Xunit;
using Xunit.Sdk;

namespace GovGraph.Storage.MongoDb.Tests;

/// <summary>Many callers while connections break or the server is slow: each gets an answer or a clear error, in bounded time, and no change is lost or doubled.</summary>
public sealed class StormTests
{
    private const int Writers = 8;
    private const int ChangesEach = 15;

    [Theory]
    [InlineData("", 1)]
    [InlineData("rs0", 2)]
    public async Task While_connections_are_cut_nothing_acknowledged_is_lost_and_nothing_is_applied_twice(string replicaSet, int seed)
    {
        await using var server = await MongoDouble.Start(replicaSet.Length > 0 ? ["--replica-set", replicaSet] : []);
        // A connection lives long enough to be opened, and not for ever.
        await using var proxy = new LineCutter(seed, random => (int.MaxValue, random.Next(800, 2_500))) { Server = server.Port };
        await using var store = await MongoStore.Open(
            new MongoSettings { ConnectionString = $"mongodb://127.0.0.1:{proxy.Port}/govgraph?directConnection=true", Connections = 16 }, TimeProvider.System);
        foreach (var writer in Enumerable.Range(1, Writers)) await store.Insert(SamplePlans.Small($"new{writer}", 1), SampleStore.Record);
        proxy.IsCutting = true;

        var (acknowledged, refused) = await Report(Writers, ChangesEach, async (writer, url) =>
        {
            var change = await store.ChangeTask(
                $"new{writer}-2024-cchc/1.1", null, task => task.AddEvidence(SampleStore.Link(0) with { Url = url }), SampleStore.Record);
            Assert.False(change.IsRefused);
        });

        proxy.IsCutting = false;
        var plans = (await store.FindPlans(new Query<Plan>())).Items;
        var found = plans.SelectMany(plan => plan.Tasks).SelectMany(task => task.Evidence).Select(evidence => evidence.Url!).ToList();
        TestContext.Current.TestOutputHelper?.WriteLine($"{proxy.Cuts} cuts, {acknowledged.Count} acknowledged, {refused} not, {found.Count} found");
        Assert.True(proxy.Cuts > 5, $"Only {proxy.Cuts} connections were cut.");
        Assert.Empty(acknowledged.Except(found));
        Assert.Equal(found.Distinct(), found);
        Assert.Equal(plans.Sum(plan => plan.Version - 1), found.Count);
        Assert.NotEmpty(acknowledged);
    }

    [Fact]
    public async Task While_connections_are_cut_a_bulk_of_several_plans_happens_whole_or_not_at_all()
    {
        await using var server = await MongoDouble.Start("--replica-set", "rs0");
        await using var proxy = new LineCutter(3, random => (int.MaxValue, random.Next(800, 2_500))) { Server = server.Port };
        await using var store = await MongoStore.Open(
            new MongoSettings { ConnectionString = $"mongodb://127.0.0.1:{proxy.Port}/govgraph?directConnection=true", Connections = 16 }, TimeProvider.System);
        foreach (var plan in Enumerable.Range(0, 4)) await store.Insert(SamplePlans.Small($"new{plan}", 1), SampleStore.Record);
        // A whole plan does not fit through.
        Assert.Equal(4, (await store.FindPlans(new Query<Plan>())).Items.Length);
        using var connection = server.Connect();
        await connection.Run(new TransactionLifetime(seconds: 1), CancellationToken.None);
        proxy.IsCutting = true;

        var (acknowledged, refused) = await Report(writers: 4, changesEach: 8, async (writer, url) =>
        {
            var asked = Enumerable.Range(writer, 3).Select(plan => new AskedChange(
                $"new{plan % 4}-2024-cchc/1.1", null, task => task.AddEvidence(SampleStore.Link(0) with { Url = url }), SampleStore.Record));
            Assert.All(await store.ChangeTasks([.. asked], isAtomic: true), outcome => Assert.Null(outcome.Refusal));
        });

        proxy.IsCutting = false;
        var plans = (await store.FindPlans(new Query<Plan>())).Items;
        var found = plans.SelectMany(plan => plan.Tasks).SelectMany(task => task.Evidence).CountBy(evidence => evidence.Url!).ToDictionary();
        TestContext.Current.TestOutputHelper?.WriteLine($"{proxy.Cuts} cuts, {acknowledged.Count} acknowledged, {refused} not, {found.Count} found");
        Assert.True(proxy.Cuts > 5, $"Only {proxy.Cuts} connections were cut.");
        Assert.Empty(acknowledged.Except(found.Keys));
        Assert.All(found.Values, times => Assert.Equal(3, times));
        Assert.Equal(plans.Sum(plan => plan.Version - 1), found.Count * 3);
        Assert.NotEmpty(acknowledged);
    }

    [Fact]
    public async Task Two_hundred_callers_share_sixteen_connections_to_a_server_that_takes_20_ms()
    {
        await using var server = await MongoDouble.Start("--latency", "20");
        await using var store = await Open(server);
        await store.Insert(SamplePlans.Small("new", 1), SampleStore.Record);

        var plans = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => store.GetPlan("new-2024-cchc").AsTask()));

        Assert.All(plans, Assert.NotNull);
    }

    [Fact]
    public async Task A_server_that_takes_2_s_gives_each_of_200_callers_an_answer_or_an_error_in_bounded_time_and_the_store_recovers()
    {
        await using var server = await MongoDouble.Start();
        await using var store = await Open(server, settings => settings with { ConnectTimeout = TimeSpan.FromSeconds(1), CommandTimeout = TimeSpan.FromSeconds(4) });
        await store.Insert(SamplePlans.Small("new", 1), SampleStore.Record);
        using var connection = server.Connect();
        await connection.Run(new ConfigureFailPoint("find", 1_000_000, data => data.Boolean("blockConnection"u8, true).Int32("blockTimeMS"u8, 2_000)), CancellationToken.None);

        var calls = Enumerable.Range(0, 200).Select(_ => Outcome(store)).ToList();
        var outcomes = await Task.WhenAll(calls).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.True(outcomes.Any(message => message is null), "Nobody was answered.");
        Assert.All(outcomes.OfType<string>(), message => Assert.Matches(
            "^(No MongoDB connection became free within|MongoDB at .* gave no answer within|No usable MongoDB server at|The connection to MongoDB at) ", message));
        await connection.Run(new ConfigureFailPoint("find", 0, _ => { }), CancellationToken.None);
        for (var answered = false; !answered;)
            answered = await Outcome(store) is null;
    }

    [Fact]
    public async Task A_server_that_goes_away_in_flight_frees_its_callers()
    {
        var server = await MongoDouble.Start();
        await using var store = await Open(server, settings => settings with { ConnectTimeout = TimeSpan.FromSeconds(1) });
        await store.Insert(SamplePlans.Small("new", 1), SampleStore.Record);
        using (var connection = server.Connect())
            await connection.Run(new ConfigureFailPoint("findAndModify", 1, data => data.Boolean("blockConnection"u8, true).Int32("blockTimeMS"u8, 60_000)), CancellationToken.None);

        var change = store.ChangeTask("new-2024-cchc/1.1", null, task => task.AddEvidence(SampleStore.Document(1)), SampleStore.Record).AsTask();
        await store.Ping();
        await server.Kill();

        var fault = await Assert.ThrowsAsync<StoreException>(() => change.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.DoesNotContain('\n', fault.Message);
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Of_two_processes_that_take_in_the_same_plan_one_inserts_it()
    {
        await using var server = await MongoDouble.Start();
        await using var one = await Open(server);
        await using var other = await Open(server);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? one : other).Insert(SamplePlans.Small("new", 1), SampleStore.Record).AsTask()));

        Assert.Single(outcomes, InsertOutcome.Inserted);
        Assert.Equal(9, outcomes.Count(outcome => outcome == InsertOutcome.Unchanged));
        Assert.Equal(InsertOutcome.Conflict, await other.Insert(SamplePlans.Small("new", 2), SampleStore.Record));
    }

    [Fact]
    public async Task A_change_that_would_make_a_document_too_large_is_refused_and_nothing_of_it_is_kept()
    {
        await using var server = await MongoDouble.Start("--largest-document", "40000");
        await using var store = await Open(server);
        await store.Insert(SamplePlans.Small("new", 1), SampleStore.Record);

        StoreException? fault = null;
        var changes = 0;
        for (; fault is null; changes++)
        {
            var url = $"https://example.vn/{changes}";
            try
            {
                Assert.False((await store.ChangeTask("new-2024-cchc/1.1", null, task => task.AddEvidence(SampleStore.Link(0) with { Url = url }), SampleStore.Record)).IsRefused);
            }
            catch (StoreException caught)
            {
                fault = caught;
            }
        }

        Assert.StartsWith("The plan 'new-2024-cchc' with its history fills MongoDB's ", fault.Message, StringComparison.Ordinal);
        Assert.Equal((changes, changes - 1), ((int)(await store.GetTask("new-2024-cchc/1.1"))!.Version, (await store.GetTask("new-2024-cchc/1.1"))!.Evidence.Length));
    }

    /// <summary>Those reports whose writers were told that they are there, and how many were not.</summary>
    private static async Task<(IReadOnlyCollection<string> Acknowledged, int Others)> Report(int writers, int changesEach, Func<int, string, Task> report)
    {
        var (acknowledged, others) = (new ConcurrentBag<string>(), 0);
        await Task.WhenAll(Enumerable.Range(1, writers).Select(async writer =>
        {
            for (var i = 0; i < changesEach; i++)
            {
                var url = $"https://example.vn/{writer}/{i}";
                try
                {
                    await report(writer, url);
                    acknowledged.Add(url);
                }
                catch (StoreException fault)
                {
                    Assert.DoesNotContain('\n', fault.Message);
                    Interlocked.Increment(ref others);
                }
            }
        }));
        return (acknowledged, others);
    }

    private static async Task<string?> Outcome(MongoStore store)
    {
        try
        {
            return await store.GetPlan("new-2024-cchc") is null ? throw new XunitException("The plan is gone.") : null;
        }
        catch (StoreException fault)
        {
            return fault.Message;
        }
    }

    private static Task<MongoStore> Open(MongoDouble server, Func<MongoSettings, MongoSettings>? configure = null)
    {
        var settings = new MongoSettings { ConnectionString = server.Uri() };
        return MongoStore.Open(configure?.Invoke(settings) ?? settings, TimeProvider.System);
    }
}
