using System.Globalization;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Contract;

public abstract partial class PlanStoreContract
{
    private static readonly DateTimeOffset Now = SampleStore.Moment;

    [Fact]
    public async Task What_has_a_key_happens_once()
    {
        var id = await New();
        var first = await Store.ChangeTask(id, 1, task => task.AddEvidence(SampleStore.Document(1)), Keyed("k"));

        var again = await Store.ChangeTask(id, 1, task => task.AddEvidence(SampleStore.Document(1)), Keyed("k", minutes: 5));

        Assert.Equal(new ChangeRepeated(), again.Refusal);
        Assert.Equal(2, (await Store.GetTask(id))!.Version);
        var past = (await Store.FindChange("k", Now))!;
        Assert.Equal((id, 2L, new ChangeKey("k", "hash of k")), (past.Event.NodeId, past.Event.PlanVersion, past.Event.Record.Key));
        Assert.Equal(Shown(first.Value!), Shown((PlanTask)past.Plan.Tracked(id)!));
        Assert.Equal(1, past.Event.Before!.Version);
        Assert.Null(await Store.FindChange("other", Now));
        Assert.NotNull(await new VisiblePlanStore(Store, [first.Value!.Plan.Issuer.Id]).FindChange("k", Now));
        Assert.Null(await Visible.FindChange("k", Now));
    }

    [Fact]
    public async Task What_happened_under_a_key_is_told_as_it_stood_then()
    {
        await Store.Insert(SamplePlans.Small("new", 3, indicators: 1), Keyed("insertion"));
        var inserted = Text((await Store.GetPlan(NewPlan))!);
        var first = await Store.ChangeTask($"{NewPlan}/1.1", null, task => task.AddEvidence(SampleStore.Document(1)), Keyed("k1"));
        var second = await Store.ChangeIndicator($"{NewPlan}/2.1", null, indicator => indicator.RecordValue(Value(1, 5)), Keyed("k2"));
        for (var i = 2; i < 6; i++)
        {
            await Store.ChangeTask($"{NewPlan}/1.{1 + (i % 3)}", null, task => task.AddEvidence(SampleStore.Document(i)), SampleStore.Record);
            await Store.ChangeIndicator($"{NewPlan}/2.1", null, indicator => indicator.RecordValue(Value(2, i)), SampleStore.Record);
        }

        Assert.Equal(inserted, Text((await Store.FindChange("insertion", Now))!.Plan));
        Assert.Null((await Store.FindChange("insertion", Now))!.Event.NodeId);
        Assert.Equal(Text(first.Value!.Plan), Text((await Store.FindChange("k1", Now))!.Plan));
        Assert.Equal(Text(second.Value!.Plan), Text((await Store.FindChange("k2", Now))!.Plan));
        Assert.Equal(5, ((Indicator)(await Store.FindChange("k2", Now))!.Plan.Tracked($"{NewPlan}/2.1")!).Values.Single().Value);
    }

    [Fact]
    public async Task A_key_names_one_change_of_the_whole_store()
    {
        var id = await New();
        await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(1)), Keyed("k"));

        Assert.Equal(new ChangeRepeated(), (await Store.ChangeTask(Tasks[0].Id, null, task => task.AddEvidence(SampleStore.Document(7000)), Keyed("k"))).Refusal);
        Assert.Equal(new ChangeRepeated(), (await Store.ChangeTask("none", null, task => task.AddEvidence(SampleStore.Document(1)), Keyed("k"))).Refusal);
        Assert.Equal(new ChangeRepeated(), (await Store.ChangeIndicator("none", null, indicator => indicator.RecordValue(Value(1, 1)), Keyed("k"))).Refusal);
        Assert.Equal(InsertOutcome.Repeated, await Store.Insert(SamplePlans.Small("other", 1), Keyed("k")));
        Assert.Equal(InsertOutcome.Repeated, await Store.Insert(SamplePlans.Small("new", 1), Keyed("k")));
        Assert.Null(await Store.GetPlan("other-2024-cchc"));
        Assert.Equal(Tasks[0].Version, (await Store.GetTask(Tasks[0].Id))!.Version);
    }

    [Fact]
    public async Task What_is_refused_leaves_its_key_free()
    {
        var id = await New();

        Assert.Equal(new VersionConflict(7, 1), (await Store.ChangeTask(id, 7, task => task.AddEvidence(SampleStore.Document(1)), Keyed("k"))).Refusal);
        Assert.Equal(new EvidenceMissing(id), (await Store.ChangeTask(id, null, task => task.ChangeStatus(TaskStatus.Completed, null, Today), Keyed("k"))).Refusal);
        Assert.Equal(InsertOutcome.Conflict, await Store.Insert(SamplePlans.Small("new", 2), Keyed("k")));
        Assert.Equal(InsertOutcome.Unchanged, await Store.Insert(SamplePlans.Small("new", 1), Keyed("k")));
        Assert.Null(await Store.FindChange("k", Now));

        Assert.Null((await Store.ChangeTask(id, 1, task => task.AddEvidence(SampleStore.Document(1)), Keyed("k"))).Refusal);
    }

    [Fact]
    public async Task Of_many_with_the_same_key_at_the_same_time_one_happens()
    {
        var id = await New();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Store.ChangeTask(
            i % 2 == 0 ? id : Tasks[i].Id, null, task => task.AddEvidence(SampleStore.Document(8000 + i)), Keyed("k", minutes: i)).AsTask()));

        var done = Assert.Single(outcomes, outcome => !outcome.IsRefused).Value!;
        Assert.Equal(19, outcomes.Count(outcome => outcome.Refusal is ChangeRepeated));
        var past = (await Store.FindChange("k", Now))!;
        Assert.Equal((done.Id, Shown(done)), (past.Event.NodeId, Shown((PlanTask)past.Plan.Tracked(done.Id)!)));
        Assert.Equal(1, (await Store.FindChanges(new())).Items.Count(change => change.Event!.Record.Key?.Name == "k"));
    }

    [Fact]
    public async Task A_key_is_new_again_after_seven_days()
    {
        var id = await New();
        const int week = 7 * 24 * 60;
        for (var use = 0; use < 3; use++)
        {
            var number = use + 1;
            Assert.Null(await Store.FindChange("k", Now.AddMinutes(use * week)));
            Assert.Null((await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(number)), Keyed("k", use * week))).Refusal);
            Assert.Equal(new ChangeRepeated(), (await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(9)), Keyed("k", ((use + 1) * week) - 1))).Refusal);
            Assert.Equal(number + 1, (await Store.FindChange("k", Now.AddMinutes(((use + 1) * week) - 1)))!.Event.PlanVersion);
        }

        Assert.Equal(InsertOutcome.Inserted, await Store.Insert(SamplePlans.Small("other", 1), Keyed("k", 3 * week)));
        Assert.Equal(["1/BC-UBND", "2/BC-UBND", "3/BC-UBND"], (await Store.GetTask(id))!.Evidence.Select(item => item.Number));
    }

    [Fact]
    public async Task Keys_go_with_a_plan_into_another_store()
    {
        var id = await New();
        await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(1)), Keyed("old", -8 * 24 * 60));
        await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(2)), Keyed("k"));
        var stood = Text((await Store.GetPlan(NewPlan))!);
        await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(3)), SampleStore.Record);
        await using var other = await CreateEmpty();
        var life = (await Lives(Store)).Single(found => found.Plan.Id == NewPlan);

        for (var time = 1; time <= 2; time++)
        {
            Assert.Equal(InsertOutcome.Inserted, await other.Restore(life, time == 1 ? null : 4, SampleStore.Record));

            Assert.Equal(stood, Text((await other.FindChange("k", Now))!.Plan));
            Assert.Equal(new ChangeRepeated(), (await other.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(4)), Keyed("k"))).Refusal);
            Assert.Null(await other.FindChange("old", Now));
            Assert.Equal(life.ContentHash(), (await Lives(other)).Single().ContentHash());
        }
    }

    [Fact]
    public async Task A_plan_that_begins_another_life_takes_its_keys_along()
    {
        var id = await New();
        await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(1)), Keyed("k"));

        Assert.Equal(InsertOutcome.Inserted, await Store.Restore(new PlanLife(SamplePlans.Small("new", 1), []), 2, SampleStore.Record));

        Assert.Null(await Store.FindChange("k", Now));
        Assert.Null((await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(1)), Keyed("k"))).Refusal);
        Assert.Equal(2, (await Store.FindChange("k", Now))!.Event.PlanVersion);
    }

    protected static ChangeRecord Keyed(string name, int minutes = 0) =>
        SampleStore.Record with { At = Now.AddMinutes(minutes), Key = new ChangeKey(name, string.Create(CultureInfo.InvariantCulture, $"hash of {name}")) };
}
