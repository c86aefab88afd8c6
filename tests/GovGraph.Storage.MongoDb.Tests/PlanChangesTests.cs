using System.Collections.Immutable;
using System.Text;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.Tests.Contract;
using Xunit;

namespace GovGraph.Storage.MongoDb.Tests;

/// <summary>What a change costs, and changes of several plans at once: all or none, whatever fails and whoever else writes.</summary>
public sealed class PlanChangesTests
{
    private static readonly string[] PlanIds = ["a-2024-cchc", "b-2024-cchc", "c-2024-cchc"];

    [Fact]
    public async Task A_plan_that_nobody_else_has_changed_is_not_asked_for_again()
    {
        await using var server = await MongoDouble.Start();
        await using var store = await Filled(server);
        using var connection = server.Connect();
        await Add(store, 1);
        var asked = await connection.Run(new CommandCount("find"), CancellationToken.None);

        Assert.Equal(3, (await Add(store, 2)).Value?.Version);

        Assert.Equal(asked, await connection.Run(new CommandCount("find"), CancellationToken.None));
    }

    [Fact]
    public async Task Where_another_server_was_faster_what_it_left_is_judged()
    {
        await using var server = await MongoDouble.Start();
        await using var one = await Filled(server);
        await using var other = await Open(server);
        await Add(one, 1);
        await Add(other, 2);

        Assert.Equal(new VersionConflict(2, 3), (await Add(one, 3, expectedVersion: 2)).Refusal);
        Assert.Equal(4, (await Add(other, 3, expectedVersion: 3)).Value?.Version);
        Assert.Equal(5, (await Add(one, 4, expectedVersion: 4)).Value?.Version);
        Assert.Equal(["1/BC-UBND", "2/BC-UBND", "3/BC-UBND", "4/BC-UBND"], (await one.GetTask($"{PlanIds[0]}/1.1"))!.Evidence.Select(item => item.Number));
    }

    [Theory]
    [InlineData("findAndModify", "closeConnection", false)]
    [InlineData("findAndModify", "closeAfter", true)]
    [InlineData("commitTransaction", "closeConnection", true)]
    [InlineData("commitTransaction", "closeAfter", false)]
    [InlineData("commitTransaction", "cutReply", true)]
    public async Task A_connection_that_breaks_leaves_all_or_none_and_the_store_finds_out_which(string command, string fault, bool hasKeys)
    {
        await using var server = await MongoDouble.Start("--replica-set", "rs0");
        await using var store = await Filled(server);
        using var connection = server.Connect();
        await Fail(connection, command, 1, fault);

        var outcomes = await store.ChangeTasks(Asked(1, hasKeys), isAtomic: true);

        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
        await AssertHappenedOnce(store);
    }

    [Theory]
    [InlineData("findAndModify", false)]
    [InlineData("commitTransaction", true)]
    public async Task What_stays_unknown_is_told_from_what_did_not_happen_and_asking_again_does_it(string command, bool isUnknown)
    {
        await using var server = await MongoDouble.Start("--replica-set", "rs0");
        await using var store = await Filled(server);
        using var connection = server.Connect();
        // What a lost connection leaves behind keeps others away until then.
        await connection.Run(new TransactionLifetime(seconds: 1), CancellationToken.None);
        await Fail(connection, command, 1_000, "closeConnection");

        var thrown = await Assert.ThrowsAsync<StoreException>(async () => await store.ChangeTasks(Asked(1, hasKeys: true), isAtomic: true));

        await Fail(connection, command, 0, "closeConnection");
        Assert.StartsWith(
            $"MongoDB at 127.0.0.1:{server.Port} {(isUnknown ? "did not confirm that a transaction is committed." : "made nothing of a transaction; nothing was written. Try again.")} (", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(isUnknown, thrown.Message.EndsWith("If this was a change, it may have happened: read it again before repeating it.", StringComparison.Ordinal));
        Assert.All(await store.FindChanges(Names, SampleStore.Moment), Assert.Null);
        Assert.All(await store.ChangeTasks(Asked(1, hasKeys: true), isAtomic: true), outcome => Assert.Null(outcome.Refusal));
        await AssertHappenedOnce(store);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_commit_that_is_never_confirmed_is_found_out_by_what_it_left(bool hasKeys)
    {
        await using var server = await MongoDouble.Start("--replica-set", "rs0");
        await using var store = await Filled(server);
        using var connection = server.Connect();
        await Fail(connection, "commitTransaction", 1_000, "closeAfter");

        var outcomes = await store.ChangeTasks(Asked(1, hasKeys), isAtomic: true);

        Assert.All(outcomes, outcome => Assert.Equal(hasKeys ? new ChangeRepeated() : null, outcome.Refusal));
        Assert.Equal(hasKeys ? [2L, 2, 2] : [null, null, null], (await store.FindChanges(Names, SampleStore.Moment)).Select(past => past?.Plan.Version));
        await AssertHappenedOnce(store);
    }

    [Theory]
    [InlineData("commitTransaction", 10107)]
    [InlineData("commitTransaction", 251)]
    [InlineData("findAndModify", 112)]
    [InlineData("findAndModify", 91)]
    public async Task What_a_server_that_gives_way_ends_is_done_again(string command, int code)
    {
        await using var server = await MongoDouble.Start("--replica-set", "rs0");
        await using var store = await Filled(server);
        using var connection = server.Connect();
        var label = command == "commitTransaction" && code != 251 ? "RetryableWriteError" : "TransientTransactionError";
        await connection.Run(
            new ConfigureFailPoint(command, 3, data => data.Int32("errorCode"u8, code).BeginArray("errorLabels"u8).String([], label).End()), CancellationToken.None);

        Assert.All(await store.ChangeTasks(Asked(1, hasKeys: false), isAtomic: true), outcome => Assert.Null(outcome.Refusal));

        await AssertHappenedOnce(store);
    }

    [Fact]
    public async Task Servers_that_change_the_same_plans_in_opposite_order_lose_nothing()
    {
        await using var server = await MongoDouble.Start("--replica-set", "rs0");
        await using var one = await Filled(server);
        await using var other = await Open(server);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
        {
            var asked = Asked(i, hasKeys: false);
            return (i % 2 == 0 ? one : other).ChangeTasks(i % 4 < 2 ? asked : [.. asked.Reverse()], isAtomic: true).AsTask();
        }).Append(Alone(other, 1)).Append(Alone(one, 2)));

        Assert.All(outcomes.SelectMany(all => all), outcome => Assert.Null(outcome.Refusal));
        Assert.Equal([19, 17, 17], (await one.FindPlans(new())).Items.Select(plan => (int)plan.Version));
        Assert.All((await one.FindPlans(new())).Items, plan => Assert.Equal(plan.Version - 1, plan.Tasks[0].Evidence.Length));
        // Of each two bulks, one happened before the other in all plans.
        var orders = (await one.FindPlans(new())).Items.Select(plan => string.Join(' ', plan.Tasks[0].Evidence.Select(evidence => evidence.Number).Where(number => number is not null)));
        Assert.Single(orders.Distinct());

        static async Task<ImmutableArray<Change<PlanTask>>> Alone(MongoStore store, int number) =>
            [await store.ChangeTask($"{PlanIds[0]}/1.1", null, task => task.AddEvidence(SampleStore.Link(number)), SampleStore.Record)];
    }

    [Fact]
    public async Task Another_server_with_the_same_keys_makes_nothing_twice()
    {
        await using var server = await MongoDouble.Start("--replica-set", "rs0");
        await using var one = await Filled(server);
        await using var other = await Open(server);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? one : other).ChangeTasks(Asked(1, hasKeys: true), isAtomic: true).AsTask()));

        Assert.Single(outcomes, all => all.All(outcome => !outcome.IsRefused));
        Assert.Equal(7, outcomes.Count(all => all.All(outcome => outcome.Refusal is ChangeRepeated)));
        await AssertHappenedOnce(one);
    }

    [Fact]
    public async Task A_caller_who_leaves_before_the_commit_leaves_nothing_behind()
    {
        await using var server = await MongoDouble.Start("--replica-set", "rs0");
        await using var store = await Filled(server);
        using var connection = server.Connect();
        await connection.Run(new ConfigureFailPoint("findAndModify", 1, data => data.Boolean("blockConnection"u8, true).Int32("blockTimeMS"u8, 500)), CancellationToken.None);
        using var leaving = new CancellationTokenSource();

        var asked = store.ChangeTasks(Asked(1, hasKeys: false), isAtomic: true, leaving.Token).AsTask();
        while (await connection.Run(new CommandCount("findAndModify"), CancellationToken.None) == 0)
            await Task.Yield();
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        // The next one waits until that one has let go of the plans.
        Assert.All(await store.ChangeTasks(Asked(1, hasKeys: false), isAtomic: true), outcome => Assert.Null(outcome.Refusal));
        await AssertHappenedOnce(store);
        Assert.Equal(1, await connection.Run(new CommandCount("commitTransaction"), CancellationToken.None));
    }

    [Fact]
    public async Task A_plan_whose_history_is_full_is_named_and_the_others_stay_as_they_were()
    {
        await using var server = await MongoDouble.Start("--replica-set", "rs0", "--largest-document", "20000");
        await using var store = await Filled(server);
        var note = new string('x', 2_000);
        await Assert.ThrowsAsync<StoreException>(async () =>
        {
            for (var i = 0; i < 20; i++)
                await store.ChangeTask($"{PlanIds[1]}/1.1", null, task => task.AddEvidence(SampleStore.Document(i)), SampleStore.Record with { Reason = note });
        });
        var before = (await store.GetPlan(PlanIds[1]))!.Version;

        var thrown = await Assert.ThrowsAsync<StoreException>(async () => await store.ChangeTasks(
            [.. Asked(99, hasKeys: false).Select(asked => asked with { Record = asked.Record with { Reason = note } })], isAtomic: true));

        Assert.StartsWith("The plan 'b-2024-cchc' with its history fills", thrown.Message, StringComparison.Ordinal);
        Assert.Equal([1, before, 1], (await store.FindPlans(new())).Items.Select(plan => plan.Version));
    }

    [Fact]
    public async Task A_server_that_stands_alone_refuses_several_plans_and_changes_nothing()
    {
        await using var server = await MongoDouble.Start();
        await using var store = await Filled(server);

        Assert.False(store.ChangesSeveralPlansAtOnce);
        Assert.All(await store.ChangeTasks(Asked(1, hasKeys: false), isAtomic: true), outcome => Assert.Equal(new OnePlanAtOnce(), outcome.Refusal));

        Assert.Equal([1, 1, 1], (await store.FindPlans(new())).Items.Select(plan => plan.Version));
        Assert.All(await store.ChangeTasks(Asked(1, hasKeys: false), isAtomic: false), outcome => Assert.Null(outcome.Refusal));
    }

    [Fact]
    public async Task What_the_connection_string_asks_for_does_not_stand_in_the_way()
    {
        await using var server = await MongoDouble.Start("--replica-set", "rs0");
        await using var store = await Filled(server, "?readConcernLevel=available&w=1&readPreference=secondaryPreferred&retryWrites=false");

        Assert.All(await store.ChangeTasks(Asked(1, hasKeys: false), isAtomic: true), outcome => Assert.Null(outcome.Refusal));
        await AssertHappenedOnce(store);
    }

    private static async Task<Change<PlanTask>> Add(MongoStore store, int document, long? expectedVersion = null) =>
        await store.ChangeTask($"{PlanIds[0]}/1.1", expectedVersion, task => task.AddEvidence(SampleStore.Document(document)), SampleStore.Record);

    private static ImmutableArray<string> Names => [.. PlanIds.Select(id => $"k-{id}")];

    private static ImmutableArray<AskedChange> Asked(int document, bool hasKeys) =>
    [
        .. PlanIds.Select(id => new AskedChange(
            $"{id}/1.1",
            null,
            task => task.AddEvidence(SampleStore.Document(document)),
            hasKeys ? SampleStore.Record with { Key = new ChangeKey($"k-{id}", "input") } : SampleStore.Record)),
    ];

    private static async Task AssertHappenedOnce(MongoStore store)
    {
        var plans = (await store.FindPlans(new())).Items;
        Assert.Equal([(2, 1), (2, 1), (2, 1)], plans.Select(plan => ((int)plan.Version, plan.Tasks[0].Evidence.Length)));
        var told = (await store.FindChanges(new())).Items.Where(change => change.PlanVersion == 2);
        Assert.Equal(PlanIds, told.Select(change => change.PlanId).Order());
    }

    private static async Task<MongoStore> Filled(MongoDouble server, string options = "")
    {
        var store = await Open(server, options);
        foreach (var name in (string[])["a", "b", "c"])
            await store.Insert(SamplePlans.Small(name, 1), SampleStore.Record);
        return store;
    }

    private static Task<MongoStore> Open(MongoDouble server, string options = "") => MongoStore.Open(
        new MongoSettings { ConnectionString = server.Uri(options: options), ConnectTimeout = TimeSpan.FromSeconds(3) }, TimeProvider.System);

    private static Task<bool> Fail(MongoConnection connection, string command, int times, string fault) =>
        connection.Run(new ConfigureFailPoint(command, times, data => data.Boolean(Encoding.UTF8.GetBytes(fault), true)), CancellationToken.None);
}
