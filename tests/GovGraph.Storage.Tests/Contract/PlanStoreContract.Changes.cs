using System.Text;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.Filters;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Contract;

public abstract partial class PlanStoreContract
{
    private static readonly DateOnly Today = new(2024, 3, 15);

    [Fact]
    public async Task An_open_store_answers_and_a_closed_one_does_not()
    {
        await Store.Ping();
        await Store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Store.Ping());
    }

    [Fact]
    public async Task A_plan_is_read_as_it_was_taken_in()
    {
        var plan = SamplePlans.Small("new", 3);

        Assert.Equal(InsertOutcome.Inserted, await Store.Insert(plan, SampleStore.Record));
        Assert.Equal(Text(plan), Text((await Store.GetPlan("new-2024-cchc"))!));
        Assert.Equal("new-2024-cchc/1.2", (await Store.GetTask("new-2024-cchc/1.2"))!.Id);
    }

    [Fact]
    public async Task Taking_in_the_same_print_again_changes_nothing()
    {
        var plan = SamplePlans.Small("new", 3);
        await Store.Insert(plan, SampleStore.Record);
        await Store.ChangeTask("new-2024-cchc/1.1", null, task => task.ChangeStatus(TaskStatus.InProgress, "x", Today), SampleStore.Record);
        var before = Text((await Store.GetPlan("new-2024-cchc"))!);

        Assert.Equal(InsertOutcome.Unchanged, await Store.Insert(plan, SampleStore.Record));
        Assert.Equal(InsertOutcome.Unchanged, await Store.Insert(SamplePlans.Small("new", 3), SampleStore.Record));

        Assert.Equal(before, Text((await Store.GetPlan("new-2024-cchc"))!));
    }

    [Fact]
    public async Task Another_print_of_the_same_id_is_a_conflict()
    {
        await Store.Insert(SamplePlans.Small("new", 3), SampleStore.Record);

        Assert.Equal(InsertOutcome.Conflict, await Store.Insert(SamplePlans.Small("new", 4), SampleStore.Record));

        Assert.Equal(3, (await Store.GetPlan("new-2024-cchc"))!.Tasks.Length);
    }

    [Fact]
    public async Task The_same_plan_taken_in_at_the_same_time_is_taken_in_once()
    {
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(_ => Store.Insert(SamplePlans.Small("new", 3), SampleStore.Record).AsTask()));

        Assert.Equal(1, outcomes.Count(outcome => outcome == InsertOutcome.Inserted));
        Assert.Equal(9, outcomes.Count(outcome => outcome == InsertOutcome.Unchanged));
    }

    [Fact]
    public async Task A_change_is_seen_by_every_reader_afterwards()
    {
        var id = await New();

        var outcome = await Store.ChangeTask(id, 1, task => task.AddEvidence(SampleStore.Document(1)), SampleStore.Record);
        var done = await Store.ChangeTask(id, 2, task => task.ChangeStatus(TaskStatus.Completed, "Xong", Today), SampleStore.Record);

        Assert.Equal(2, outcome.Value!.Version);
        Assert.Equal((TaskStatus.Completed, "Xong", Today, 3L), (done.Value!.Status, done.Value.StatusNote, done.Value.CompletedOn, done.Value.Version));
        var read = (await Store.GetTask(id))!;
        Assert.Equal((TaskStatus.Completed, "Xong", Today, 3L), (read.Status, read.StatusNote, read.CompletedOn, read.Version));
        Assert.Equal(SampleStore.Document(1) with { Id = $"{id}/evidence/1" }, Assert.Single(read.Evidence));
        Assert.Equal(3, read.Plan.Version);
        Assert.IsType<EvidenceItem>(await Store.GetNode($"{id}/evidence/1"));
        Assert.Equal([id], await TaskIds(Filter.And(Filter.Eq("id", id), Filter.Eq("status", TaskStatus.Completed))));
    }

    [Fact]
    public async Task What_becomes_of_evidence_is_kept_and_found()
    {
        var id = await New();
        var at = SampleStore.Moment.AddTicks(7);
        await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Figure(1)), SampleStore.Record);
        await Store.ChangeTask(id, null, task => task.ReviewEvidence($"{id}/evidence/1", new(ReviewDecision.Return, at) { By = "bình", Reason = "Thiếu nguồn" }), SampleStore.Record);
        await Store.ChangeTask(id, null, task => task.ReviewEvidence($"{id}/evidence/1", new(ReviewDecision.Accept, at)), SampleStore.Record);

        Assert.Equal([id], await Found(EvidenceState.Accepted));
        Assert.Empty(await Found(EvidenceState.Returned));
        await Store.ChangeTask(id, null, task => task.WithdrawEvidence($"{id}/evidence/1", new(at) { By = "an", Reason = "Nhầm kỳ" }), SampleStore.Record);

        var read = Assert.Single((await Store.GetTask(id))!.Evidence);
        Assert.Equal((96.50m, "hồ sơ", null, GovGraph.Plans.Period.Quarter(2024, 1)), (read.Value, read.Unit, read.Date, read.Period!.Value));
        Assert.Equal("96.50", read.Value!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(
            [new(ReviewDecision.Return, at) { By = "bình", Reason = "Thiếu nguồn" }, new(ReviewDecision.Accept, at)],
            read.Reviews);
        Assert.Equal(new EvidenceWithdrawal(at) { By = "an", Reason = "Nhầm kỳ" }, read.Withdrawal);
        Assert.Equal([id], await Found(EvidenceState.Withdrawn));
        Assert.Equal([id], await TaskIds(Filter.And(Filter.Eq("id", id), Filter.None("evidence", Filter.Eq("state", EvidenceState.Submitted)))));

        Task<IEnumerable<string>> Found(EvidenceState state) =>
            TaskIds(Filter.And(Filter.Eq("id", id), Filter.Some("evidence", Filter.Eq("state", state))));
    }

    [Fact]
    public async Task A_plan_keeps_what_evidence_its_tasks_need()
    {
        var plan = SamplePlans.Small("new", 1, evidenceRule: "ACCEPTED");
        await Store.Insert(plan, SampleStore.Record);
        var id = plan.Tasks[0].Id;
        await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(1)), SampleStore.Record);

        var refused = await Store.ChangeTask(id, null, task => task.ChangeStatus(TaskStatus.Completed, null, Today), SampleStore.Record);

        Assert.Equal(new EvidenceMissing(id, EvidenceRule.Accepted, HasSome: true), refused.Refusal);
        Assert.Equal(EvidenceRule.Accepted, (await Store.GetPlan(plan.Id))!.EvidenceRule);
        Assert.Equal(InsertOutcome.Conflict, await Store.Insert(SamplePlans.Small("new", 1), SampleStore.Record));
    }

    [Fact]
    public async Task Who_has_seen_an_older_version_is_refused()
    {
        var id = await New();
        await Store.ChangeTask(id, null, task => task.ChangeStatus(TaskStatus.InProgress, null, Today), SampleStore.Record);

        var refused = await Store.ChangeTask(id, 1, task => task.ChangeStatus(TaskStatus.Suspended, null, Today), SampleStore.Record);

        Assert.Equal(new VersionConflict(1, 2), refused.Refusal);
        Assert.Equal(TaskStatus.InProgress, (await Store.GetTask(id))!.Status);
    }

    [Fact]
    public async Task Of_many_who_have_seen_the_same_version_one_is_served()
    {
        var id = await New();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            Store.ChangeTask(id, 1, task => task.AddEvidence(SampleStore.Document(i)), SampleStore.Record).AsTask()));

        Assert.Equal(1, outcomes.Count(outcome => !outcome.IsRefused));
        Assert.All(outcomes.Where(outcome => outcome.IsRefused), outcome => Assert.Equal(new VersionConflict(1, 2), outcome.Refusal));
        Assert.Single((await Store.GetTask(id))!.Evidence);
    }

    [Fact]
    public async Task Changes_at_the_same_time_all_happen_once()
    {
        var id = await New();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i =>
            Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(i)), SampleStore.Record).AsTask()));

        Assert.All(outcomes, outcome => Assert.False(outcome.IsRefused));
        var read = (await Store.GetTask(id))!;
        Assert.Equal(21, read.Version);
        Assert.Equal(20, read.Evidence.Select(item => item.Number).Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 20).Select(number => $"{id}/evidence/{number}"), read.Evidence.Select(item => item.Id));
    }

    [Fact]
    public async Task A_refusal_of_the_change_itself_is_passed_on()
    {
        var id = await New();

        var refused = await Store.ChangeTask(id, null, task => task.ChangeStatus(TaskStatus.Completed, null, Today), SampleStore.Record);

        Assert.Equal(new EvidenceMissing(id), refused.Refusal);
        Assert.Equal(1, (await Store.GetTask(id))!.Version);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("none/1")]
    [InlineData("")]
    [InlineData("/")]
    public async Task An_unknown_task_is_refused(string id)
    {
        var refused = await Store.ChangeTask(id, null, task => task.ChangeStatus(TaskStatus.InProgress, null, Today), SampleStore.Record);

        Assert.Equal(new TaskNotFound(id), refused.Refusal);
        Assert.Null(await Store.GetTask(id));
        Assert.Null(await Store.GetPlan(id));
        Assert.Null(await Store.GetNode(id));
    }

    [Fact]
    public async Task What_a_change_throws_reaches_its_caller_only()
    {
        var id = await New();

        await Assert.ThrowsAsync<InvalidTimeZoneException>(async () =>
            await Store.ChangeTask(id, null, _ => throw new InvalidTimeZoneException(), SampleStore.Record));

        var served = await Store.ChangeTask(id, 1, task => task.ChangeStatus(TaskStatus.InProgress, null, Today), SampleStore.Record);
        Assert.False(served.IsRefused);
    }

    [Fact]
    public async Task Every_node_is_found_by_its_id()
    {
        var plan = (await Store.GetPlan(Plans[^1].Id))!;

        foreach (var node in (IEnumerable<INode>)[plan, .. plan.Areas, .. plan.Areas.SelectMany(area => area.Components), .. plan.Tasks])
        {
            Assert.Equal(node.Id, (await Store.GetNode(node.Id))?.Id);
        }
    }

    [Fact]
    public async Task The_units_of_one_body_are_one_over_all_its_plans()
    {
        var unit = Assert.IsType<Unit>(await Store.GetNode("an-binh/ubnd-xa"));

        Assert.Equal("UBND xã", unit.Name);
        var found = (await Store.FindUnits(new Query<Unit>())).Items;
        Assert.Equal(found.Select(item => item.Id).Order(StringComparer.Ordinal), found.Select(item => item.Id));
        Assert.Equal(found.Length, found.Select(item => item.Id).Distinct().Count());
        Assert.Equal(Plans.SelectMany(plan => plan.Units).Select(item => item.Id).ToHashSet(), found.Select(item => item.Id).ToHashSet());
    }

    [Fact]
    public async Task Watchers_see_each_change_once_in_order()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var changes = Store.Watch(stop.Token);
        await Store.Insert(SamplePlans.Small("new", 1), SampleStore.Record);
        for (var i = 0; i < 5; i++)
        {
            await Store.ChangeTask("new-2024-cchc/1.1", null, task => task.AddEvidence(SampleStore.Document(i)), SampleStore.Record);
        }

        var seen = new List<StoreChange>();
        await foreach (var change in changes)
        {
            seen.Add(change);
            if (seen.Count == 6)
            {
                break;
            }
        }

        Assert.Equal([null, 2L, 3, 4, 5, 6], seen.Select(change => change.After?.Progress.Version));
        Assert.Equal([null, 1L, 2, 3, 4, 5], seen.Select(change => change.Before?.Progress.Version));
        Assert.Equal([1L, 2, 3, 4, 5, 6], seen.Select(change => change.Plan.Version));
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(pair.First.Sequence < pair.Second.Sequence));
        Assert.All(seen, change => Assert.Equal(SampleStore.Record, change.Record));
    }

    private async Task<string> New()
    {
        await Store.Insert(SamplePlans.Small("new", 1), SampleStore.Record);
        return "new-2024-cchc/1.1";
    }

    private static string Text(Plan plan) => Encoding.UTF8.GetString(PlanFile.Write(plan));
}
