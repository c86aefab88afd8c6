using System.Collections.Immutable;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Filters;
using GovGraph.Storage.History;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Contract;

public abstract partial class PlanStoreContract
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Several_changes_happen_in_their_order_and_each_has_its_version(bool isAtomic)
    {
        await Store.Insert(SamplePlans.Small("new", 4), SampleStore.Record);

        var outcomes = await Store.ChangeTasks(
            [Add(1, 1), Add(2, 2, expectedVersion: 1), Add(1, 3, expectedVersion: 2), Status(1, TaskStatus.InProgress), Status(3, TaskStatus.InProgress, "Ghi chú"), Status(3, TaskStatus.Suspended)], isAtomic);

        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
        Assert.Equal([(1, 2L, 2L), (2, 2, 3), (1, 3, 4), (1, 4, 5), (3, 2, 6), (3, 3, 7)], outcomes.Select(outcome => (Number(outcome.Value!), outcome.Value!.Version, outcome.Value.Plan.Version)));
        var plan = (await Store.GetPlan(NewPlan))!;
        Assert.Equal(Text(outcomes[^1].Value!.Plan), Text(plan));
        Assert.Equal((TaskStatus.InProgress, 2), (plan.Tasks[0].Status, plan.Tasks[0].Evidence.Length));
        Assert.Equal((TaskStatus.Suspended, null), (plan.Tasks[2].Status, plan.Tasks[2].StatusNote));
        var happened = (await Store.FindChanges(new() { Filter = Filter.Eq("plan", NewPlan) })).Items;
        Assert.Equal([1L, 2, 3, 4, 5, 6, 7], happened.Select(change => change.PlanVersion));
        Assert.Equal(Text(outcomes[2].Value!.Plan), Past((await Lives(Store)).Single(life => life.Plan.Id == NewPlan), 4));
    }

    [Fact]
    public async Task Each_of_several_is_judged_for_itself_where_not_all_must_happen()
    {
        await Store.Insert(SamplePlans.Small("new", 3), SampleStore.Record);
        await Store.Insert(SamplePlans.Small("other", 1), SampleStore.Record);

        var outcomes = await Store.ChangeTasks(
            [
                Status(1, TaskStatus.Completed), Add(1, 1), Status(1, TaskStatus.Completed), Add(2, 2, expectedVersion: 7), Add(9, 3),
                Add(1, 4) with { TaskId = "other-2024-cchc/1.1" }, Add(3, 5),
            ],
            isAtomic: false);

        Assert.Equal(
            [new EvidenceMissing($"{NewPlan}/1.1"), null, null, new VersionConflict(7, 1), new TaskNotFound($"{NewPlan}/1.9"), null, null], outcomes.Select(outcome => outcome.Refusal));
        Assert.Equal([4L, 2], (await Store.FindPlans(new() { Filter = Filter.In("id", NewPlan, "other-2024-cchc") })).Items.Select(plan => plan.Version));
    }

    [Fact]
    public async Task Of_several_that_must_all_happen_none_does_where_one_is_refused()
    {
        await Store.Insert(SamplePlans.Small("new", 3), SampleStore.Record);
        var before = Text((await Store.GetPlan(NewPlan))!);

        var outcomes = await Store.ChangeTasks([Add(1, 1), Status(2, TaskStatus.Completed), Add(3, 3)], isAtomic: true);

        Assert.Equal([new NotApplied(), new EvidenceMissing($"{NewPlan}/1.2"), new NotApplied()], outcomes.Select(outcome => outcome.Refusal));
        Assert.Equal(before, Text((await Store.GetPlan(NewPlan))!));
    }

    [Fact]
    public async Task Several_plans_change_together()
    {
        var (one, other) = await TwoPlans();

        var outcomes = await Store.ChangeTasks([Of(other, Add(1, 1)), Of(one, Add(2, 2)), Of(other, Add(1, 3, expectedVersion: 2)), Of(other, Add(2, 4)), Of(one, Add(2, 5))], isAtomic: true);

        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
        Assert.Equal(
            [(other, 2L, 2L), (one, 2, 2), (other, 3, 3), (other, 2, 4), (one, 3, 3)],
            outcomes.Select(outcome => (outcome.Value!.Plan.Id, outcome.Value.Version, outcome.Value.Plan.Version)));
        foreach (var (id, last, versions) in new (string, int, long[])[] { (one, 4, [1, 2, 3]), (other, 3, [1, 2, 3, 4]) })
        {
            Assert.Equal(Text(outcomes[last].Value!.Plan), Text((await Store.GetPlan(id))!));
            Assert.Equal(versions, (await Store.FindChanges(new() { Filter = Filter.Eq("plan", id) })).Items.Select(change => change.PlanVersion));
        }
        Assert.Equal(Text(outcomes[0].Value!.Plan), Past((await Lives(Store)).Single(life => life.Plan.Id == other), 2));
    }

    [Fact]
    public async Task Where_one_is_refused_no_plan_changes()
    {
        var (one, other) = await TwoPlans();
        var before = (Text((await Store.GetPlan(one))!), Text((await Store.GetPlan(other))!));

        var refused = await Store.ChangeTasks([Of(one, Add(1, 1)), Of(other, Add(1, 2)), Of(other, Status(2, TaskStatus.Completed))], isAtomic: true);
        var missing = await Store.ChangeTasks([Of(one, Add(1, 1)), Of("none", Add(1, 2))], isAtomic: true);

        Assert.Equal([new NotApplied(), new NotApplied(), new EvidenceMissing($"{other}/1.2")], refused.Select(outcome => outcome.Refusal));
        Assert.Equal([new NotApplied(), new TaskNotFound("none/1.1")], missing.Select(outcome => outcome.Refusal));
        Assert.Equal(before, (Text((await Store.GetPlan(one))!), Text((await Store.GetPlan(other))!)));
    }

    [Fact]
    public async Task Those_who_change_the_same_plans_in_opposite_order_at_once_all_succeed_one_after_the_other()
    {
        var (one, other) = await TwoPlans();

        var racing = await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Store.ChangeTasks(
            i % 2 == 0 ? [Of(one, Add(1, i)), Of(other, Add(1, i))] : [Of(other, Add(1, i)), Of(one, Add(1, i))], isAtomic: true).AsTask()));

        Assert.All(racing.SelectMany(outcomes => outcomes), outcome => Assert.Null(outcome.Refusal));
        var (first, second) = ((await Store.GetPlan(one))!, (await Store.GetPlan(other))!);
        Assert.Equal((9, 9), (first.Version, second.Version));
        Assert.Equal(first.Tasks[0].Evidence.Select(item => item.Number), second.Tasks[0].Evidence.Select(item => item.Number));
    }

    [Fact]
    public async Task Several_plans_with_keys_change_once()
    {
        var (one, other) = await TwoPlans();
        ImmutableArray<AskedChange> changes = [Of(one, Add(1, 1)) with { Record = Keyed("k1") }, Of(other, Add(2, 2)) with { Record = Keyed("k2") }];

        var racing = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Store.ChangeTasks(changes, isAtomic: true).AsTask()));

        Assert.Equal([0, 0, 0, 0, 0, 2], racing.Select(outcomes => outcomes.Count(outcome => !outcome.IsRefused)).Order());
        Assert.Equal([(one, 2L), (other, 2L)], (await Store.FindChanges(["k1", "k2"], Now)).Select(past => (past!.Plan.Id, past.Plan.Version)));
    }

    private async Task<(string One, string Other)> TwoPlans()
    {
        Assert.SkipUnless(Store.ChangesSeveralPlansAtOnce, "A MongoDB server that stands alone has no transactions.");
        await Store.Insert(SamplePlans.Small("new", 3), SampleStore.Record);
        await Store.Insert(SamplePlans.Small("other", 3), SampleStore.Record);
        return (NewPlan, "other-2024-cchc");
    }

    private static AskedChange Of(string planId, AskedChange change) => change with { TaskId = $"{planId}/{change.TaskId.Split('/')[1]}" };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Several_with_keys_happen_once(bool isAtomic)
    {
        await Store.Insert(SamplePlans.Small("new", 4), SampleStore.Record);
        ImmutableArray<AskedChange> changes = [.. Enumerable.Range(1, 4).Select(i => Add(i, i) with { Record = Keyed($"k{i}") })];
        if (!isAtomic)
        {
            // A server that ended in between has made some of them.
            await Store.ChangeTasks(changes[..2], isAtomic: false);
        }

        var racing = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Store.ChangeTasks(changes, isAtomic).AsTask()));

        Assert.Equal(isAtomic ? 4 : 2, racing.Sum(outcomes => outcomes.Count(outcome => !outcome.IsRefused)));
        Assert.Equal(5, (await Store.GetPlan(NewPlan))!.Version);
        var found = await Store.FindChanges(["k1", "none", "k4", "k2"], Now);
        Assert.Equal([2L, null, 5, 3], found.Select(past => past?.Plan.Version));
        Assert.Equal([1, 0, 0, 0], found[0]!.Plan.Tasks.Select(task => task.Evidence.Length));
    }

    [Fact]
    public async Task Evidence_and_the_status_that_rests_on_it_are_one_change_of_several()
    {
        await Store.Insert(SamplePlans.Small("new", 2), SampleStore.Record);
        var proven = Add(1, 1) with { Make = task => task.AsOne(found => found.AddEvidence(SampleStore.Document(1)), found => found.ChangeStatus(TaskStatus.Completed, null, Today)) };

        var outcomes = await Store.ChangeTasks([proven, Add(1, 2), proven with { TaskId = $"{NewPlan}/1.2" }], isAtomic: true);

        Assert.Equal([(1, 2L, 2L), (1, 3, 3), (2, 2, 4)], outcomes.Select(outcome => (Number(outcome.Value!), outcome.Value!.Version, outcome.Value.Plan.Version)));
        var plan = (await Store.GetPlan(NewPlan))!;
        Assert.Equal(Text(outcomes[^1].Value!.Plan), Text(plan));
        Assert.Equal([(TaskStatus.Completed, 2), (TaskStatus.Completed, 1)], plan.Tasks.Select(task => (task.Status, task.Evidence.Length)));
        var happened = (await Store.FindChanges(new() { Filter = Filter.Eq("plan", NewPlan) })).Items;
        Assert.Equal(
            ["", "status completedOn evidence", "evidence", "status completedOn evidence"],
            happened.Select(change => string.Join(' ', FieldChange.Of(change.Event!).Select(field => field.Field))));
    }

    [Fact]
    public async Task Watchers_see_each_of_several()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        await Store.Insert(SamplePlans.Small("new", 3), SampleStore.Record);
        var changes = Store.Watch(stop.Token);
        await Store.ChangeTasks([Add(1, 1), Add(2, 2), Add(1, 3)], isAtomic: true);
        await Store.ChangeTasks([Add(3, 4), Add(1, 5)], isAtomic: false);

        var seen = new List<(long, long?)>();
        await foreach (var change in changes)
        {
            seen.Add((change.Plan.Version, change.After?.Progress.Version));
            if (seen.Count == 5)
            {
                break;
            }
        }

        Assert.Equal([(2, 2L), (3, 2), (4, 3), (5, 2), (6, 4)], seen);
    }

    private static string Past(PlanLife life, long version) =>
        Text(life.Plan.With(
            [
                .. life.Events.Where(item => item.NodeId is not null && item.PlanVersion > version).GroupBy(item => item.NodeId)
                    .Select(items => life.Plan.Tracked(items.Key!)!.WithProgress(items.First().Before!)),
            ],
            version));

    private static int Number(PlanTask task) => task.Ordinal + 1;

    private static AskedChange Add(int task, int document, long? expectedVersion = null) =>
        new($"{NewPlan}/1.{task}", expectedVersion, found => found.AddEvidence(SampleStore.Document(document)), SampleStore.Record);

    private static AskedChange Status(int task, TaskStatus status, string? note = null) =>
        new($"{NewPlan}/1.{task}", null, found => found.ChangeStatus(status, note, Today), SampleStore.Record);
}
