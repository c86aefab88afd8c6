using System.Text;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Tests.Contract;
using Xunit;

namespace GovGraph.Storage.MongoDb.Tests;

/// <summary>One change a key, whatever fails and whoever else writes.</summary>
public sealed class ChangeKeysTests
{
    private const string Id = "new-2024-cchc/1.1";

    [Theory]
    [InlineData("")]
    [InlineData("rs0")]
    public async Task A_retry_at_another_server_finds_what_happened_at_the_first(string replicaSet)
    {
        await using var server = await MongoDouble.Start(replicaSet.Length > 0 ? ["--replica-set", replicaSet] : []);
        await using var one = await Open(server);
        await using var other = await Open(server);
        await one.Insert(SamplePlans.Small("new", 1), Keyed("insertion"));
        var first = await Add(one, 1, Keyed("k"));
        await Add(one, 2, SampleStore.Record);

        Assert.Equal(new ChangeRepeated(), (await Add(other, 1, Keyed("k"))).Refusal);
        Assert.Equal(InsertOutcome.Repeated, await other.Insert(SamplePlans.Small("new", 1), Keyed("insertion")));

        var past = (await other.FindChange("k", SampleStore.Moment))!;
        Assert.Equal(PlanFile.Write(first.Value!.Plan), PlanFile.Write(past.Plan));
    }

    [Fact]
    public async Task Servers_that_get_the_same_key_at_the_same_time_make_one_change()
    {
        await using var server = await MongoDouble.Start();
        await using var one = await Open(server);
        await using var other = await Open(server);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => one.Insert(SamplePlans.Small($"p{i}", 1), SampleStore.Record).AsTask()));
        for (var round = 0; round < 10; round++)
        {
            var key = Keyed($"k{round}");

            var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? one : other).ChangeTask(
                $"p{i % 4}-2024-cchc/1.1", null, task => task.AddEvidence(SampleStore.Document((round * 8) + i)), key).AsTask()));

            Assert.Single(outcomes, outcome => !outcome.IsRefused);
            Assert.Equal(7, outcomes.Count(outcome => outcome.Refusal is ChangeRepeated));
        }

        Assert.Equal(4 + 10, (await one.FindPlans(new())).Items.Sum(plan => plan.Version));
    }

    [Theory]
    [InlineData("closeAfter")]
    [InlineData("cutReply")]
    [InlineData("closeConnection")]
    public async Task A_retry_after_a_lost_reply_makes_one_change(string fault)
    {
        await using var server = await MongoDouble.Start();
        await using var store = await Open(server);
        using var connection = server.Connect();
        foreach (var command in (string[])["insert", "findAndModify"])
        {
            // As often as the store itself tries.
            await connection.Run(new ConfigureFailPoint(command, 3, data => data.Boolean(Encoding.UTF8.GetBytes(fault), true)), CancellationToken.None);
            var ask = command == "insert" ? (Func<Task<bool>>)Insert : Change;

            var answers = 0;
            while (answers < 2)
            {
                try
                {
                    Assert.True(await ask());
                    answers++;
                }
                catch (StoreException)
                {
                    // The caller does not know, and asks again.
                    Assert.Equal(0, answers);
                }
            }
        }

        var task = (await store.GetTask(Id))!;
        Assert.Equal((2L, 2L, 1), (task.Version, task.Plan.Version, task.Evidence.Length));

        // Whether it was this call that made the change, or an earlier one, its caller is told by what happened.
        async Task<bool> Insert() => await store.Insert(SamplePlans.Small("new", 1), Keyed("insertion")) switch
        {
            InsertOutcome.Inserted => true,
            InsertOutcome.Repeated => await store.FindChange("insertion", SampleStore.Moment) is { Event.PlanVersion: 1 },
            var outcome => throw new InvalidOperationException($"{outcome}"),
        };

        async Task<bool> Change() => (await Add(store, 1, Keyed("k"))).Refusal switch
        {
            null => true,
            ChangeRepeated => await store.FindChange("k", SampleStore.Moment) is { Event.PlanVersion: 2 },
            var refusal => throw new InvalidOperationException(refusal.Message),
        };
    }

    [Fact]
    public async Task A_change_without_a_lost_reply_asks_no_more_than_one_without_a_key()
    {
        await using var server = await MongoDouble.Start();
        await using var store = await Open(server);
        using var connection = server.Connect();
        await store.Insert(SamplePlans.Small("new", 1), SampleStore.Record);
        await Add(store, 1, SampleStore.Record);
        var asked = await Commands();
        await Add(store, 2, SampleStore.Record);
        var without = await Commands() - asked;

        await Add(store, 3, Keyed("k"));

        Assert.Equal(without, await Commands() - asked - without);

        async Task<long> Commands() =>
            await connection.Run(new CommandCount("find"), CancellationToken.None) + await connection.Run(new CommandCount("findAndModify"), CancellationToken.None);
    }

    [Fact]
    public async Task Whether_any_of_a_thousand_keys_was_used_is_asked_at_once()
    {
        await using var server = await MongoDouble.Start("--replica-set", "rs0");
        await using var store = await Open(server);
        using var connection = server.Connect();
        await store.Insert(SamplePlans.Small("new", 1), SampleStore.Record);
        await Add(store, 1, Keyed("k7"));
        var asked = await connection.Run(new CommandCount("find"), CancellationToken.None);

        var found = await store.FindChanges([.. Enumerable.Range(0, 1000).Select(i => $"k{i}")], SampleStore.Moment);

        Assert.Equal([7], Enumerable.Range(0, 1000).Where(i => found[i] is not null));
        Assert.Equal(asked + 1, await connection.Run(new CommandCount("find"), CancellationToken.None));
    }

    private static async Task<Change<PlanTask>> Add(MongoStore store, int number, ChangeRecord record) =>
        await store.ChangeTask(Id, null, task => task.AddEvidence(SampleStore.Document(number)), record);

    private static ChangeRecord Keyed(string name) => SampleStore.Record with { Key = new ChangeKey(name, "input") };

    private static Task<MongoStore> Open(MongoDouble server) => MongoStore.Open(
        new MongoSettings { ConnectionString = server.Uri(), ConnectTimeout = TimeSpan.FromSeconds(3) }, TimeProvider.System);
}
