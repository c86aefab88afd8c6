using System.Collections.Immutable;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.Filters;
using GovGraph.Storage.History;
using GovGraph.Storage.Ordering;
using GovGraph.Storage.Paging;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Contract;

public abstract partial class PlanStoreContract
{
    private const string NewPlan = "new-2024-cchc";

    private static readonly ImmutableArray<OrderTerm> NewestFirst = [new("sequence", true), new("part", true)];

    [Fact]
    public async Task A_change_is_told_whole_with_who_when_why_and_by_what()
    {
        var id = await New();
        await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(1)), Minute(1));
        await Store.ChangeTask(id, null, task => task.ChangeStatus(TaskStatus.Completed, "Xong", Today), Minute(2) with { Reason = "Báo cáo tháng" });

        var changes = (await ChangesOf(NewPlan)).Items;

        Assert.Equal(
            [(NewPlan, 1L, ChangeKind.PlanAdded), (id, 2, ChangeKind.EvidenceAdded), (id, 3, ChangeKind.StatusChanged)],
            changes.Select(change => (change.NodeId, change.PlanVersion, change.Kind)));
        Assert.All(changes, change => Assert.Equal((NewPlan, "an", "tests", change.PlanVersion), (change.PlanId, change.Who, change.Client, change.Event!.PlanVersion)));
        Assert.Equal([SampleStore.Moment, Minute(1).At, Minute(2).At], changes.Select(change => change.At));
        Assert.Equal([null, null, "Báo cáo tháng"], changes.Select(change => change.Event!.Record.Reason));
        var (before, after) = ((TaskProgress)changes[2].Event!.Before!, (TaskProgress)changes[2].Event!.After!);
        Assert.Equal((TaskStatus.NotStarted, TaskStatus.Completed, "Xong", Today, 3L), (before.Status, after.Status, after.StatusNote, after.CompletedOn, after.Version));
        Assert.Equal(SampleStore.Document(1) with { Id = $"{id}/evidence/1" }, Assert.Single(before.Evidence));
        Assert.Equal(
            [new("status", "NOT_STARTED", "COMPLETED"), new("statusNote", null, "Xong"), new("completedOn", null, "2024-03-15")],
            FieldChange.Of(changes[2].Event!));
    }

    [Fact]
    public async Task What_becomes_of_evidence_is_told_in_words()
    {
        var id = await New();
        await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Figure(1)), Minute(1));
        await Store.ChangeTask(id, null, task => task.ReviewEvidence($"{id}/evidence/1", new(ReviewDecision.Accept, Minute(2).At)), Minute(2));
        await Store.ChangeTask(id, null, task => task.ChangeStatus(TaskStatus.Completed, null, Today), Minute(3));
        await Store.ChangeTask(id, null, task => task.ReviewEvidence($"{id}/evidence/1", new(ReviewDecision.Return, Minute(4).At) { Reason = "Sai kỳ" }), Minute(4));
        await Store.ChangeTask(id, null, task => task.WithdrawEvidence($"{id}/evidence/1", new(Minute(5).At) { Reason = "Nhầm" }), Minute(5));

        var changes = (await ChangesOf(NewPlan)).Items;

        Assert.Equal(
            [ChangeKind.PlanAdded, ChangeKind.EvidenceAdded, ChangeKind.EvidenceReviewed, ChangeKind.StatusChanged, ChangeKind.StatusChanged, ChangeKind.EvidenceWithdrawn],
            changes.Select(change => change.Kind));
        const string Figure = "96.50 hồ sơ, 2024-Q1, Tỷ lệ hồ sơ giải quyết đúng hạn";
        Assert.Equal([new("evidence", null, Figure)], FieldChange.Of(changes[1].Event!));
        Assert.Equal([new("evidence", Figure, $"{Figure}, ACCEPTED")], FieldChange.Of(changes[2].Event!));
        Assert.Equal(
            [
                new("status", "COMPLETED", "IN_PROGRESS"), new("statusNote", null, "Sai kỳ"), new("completedOn", "2024-03-15", null),
                new("evidence", $"{Figure}, ACCEPTED", $"{Figure}, RETURNED: Sai kỳ"),
            ],
            FieldChange.Of(changes[4].Event!));
        Assert.Equal([new("evidence", $"{Figure}, RETURNED: Sai kỳ", $"{Figure}, WITHDRAWN: Nhầm")], FieldChange.Of(changes[5].Event!));
    }

    [Fact]
    public async Task What_has_happened_can_be_searched()
    {
        await Store.Insert(SamplePlans.Small("new", 3), SampleStore.Record);
        await Store.ChangeTask($"{NewPlan}/1.1", null, task => task.AddEvidence(SampleStore.Document(1)), Minute(1) with { Who = "bình", Client = null });
        await Store.ChangeTask($"{NewPlan}/1.2", null, task => task.ChangeStatus(TaskStatus.InProgress, null, Today), Minute(2));
        await Store.ChangeTask($"{NewPlan}/1.1", null, task => task.ChangeStatus(TaskStatus.InProgress, null, Today), Minute(3) with { Client = "mot-cua" });

        Assert.Equal([2L, 4], await Found(Filter.Eq("node", $"{NewPlan}/1.1")));
        Assert.Equal([1L, 3], await Found(Filter.In("node", NewPlan, $"{NewPlan}/1.2")));
        Assert.Equal([3L, 4], await Found(Filter.Eq("kind", ChangeKind.StatusChanged)));
        Assert.Equal([1L, 2], await Found(Filter.Not(Filter.Eq("kind", ChangeKind.StatusChanged))));
        Assert.Equal([3L, 4], await Found(FilterOperators.Compare("at", "gte", Minute(2).At)!));
        Assert.Equal([1L, 2], await Found(FilterOperators.Compare("at", "lt", Minute(2).At.ToUniversalTime())!));
        Assert.Equal([2L], await Found(Filter.Eq("who", "bình")));
        Assert.Equal([2L], await Found(Filter.Eq("client", null)));
        Assert.Equal([4L], await Found(Filter.Eq("client", "mot-cua")));
        Assert.Equal([1L, 2, 3], await Found(Filter.Or(Filter.Eq("client", null), Filter.Eq("client", "tests"))));
        Assert.Empty(await Found(Filter.Eq("who", "Bình")));

        async Task<IEnumerable<long>> Found(Filter filter) =>
            (await ChangesOf(NewPlan, filter)).Items.Select(change => change.PlanVersion);
    }

    [Fact]
    public async Task What_has_happened_to_the_tasks_of_a_unit_is_found_in_all_plans_by_each_spelling()
    {
        const string unit = "an-binh/ubnd-xa";
        var tasks = Tasks.Where(task => task.Assignments.Any(assignment => assignment.Unit.Id == unit)).Select(task => task.Id).ToHashSet();
        var expected = (await Changes()).Items.Where(change => tasks.Contains(change.NodeId)).Select(change => change.Sequence).ToList();
        var leads = Tasks.Where(task => task.Units(UnitRole.Lead).Any(lead => lead.Id == unit)).Select(task => task.Id).ToHashSet();

        Assert.NotEmpty(expected);
        foreach (var spelling in (string[])[unit, "UBND xã", "ubnd  xã"])
        {
            var inBody = Filter.And(Filter.Involves(spelling), Filter.In("plan", [.. Plans.Where(plan => plan.Issuer.Id == "an-binh").Select(plan => (object?)plan.Id)]));
            Assert.Equal(expected, (await Changes(inBody)).Items.Select(change => change.Sequence));
        }

        Assert.All((await Changes(Filter.Involves(unit, UnitRole.Lead))).Items, change => Assert.Contains(change.NodeId, leads));
        Assert.Empty((await Changes(Filter.Involves("none"))).Items);
        Assert.Equal((await Changes()).Items.Length, (await Changes(Filter.Not(Filter.Involves("none")))).Items.Length);
    }

    [Fact]
    public async Task Of_each_plan_every_version_is_told_once_and_in_order()
    {
        var changes = (await Changes()).Items;

        Assert.Equal(Plans.Sum(plan => plan.Version), changes.Length);
        foreach (var plan in Plans)
        {
            Assert.Equal(Enumerable.Range(1, (int)plan.Version).Select(version => (long)version), changes.Where(change => change.PlanId == plan.Id).Select(change => change.PlanVersion));
        }

        Assert.All(changes.Zip(changes.Skip(1)), pair => Assert.True((pair.First.Sequence, pair.First.Part).CompareTo((pair.Second.Sequence, pair.Second.Part)) < 0));
    }

    [Fact]
    public async Task Pages_of_what_has_happened_go_in_both_directions_from_both_ends()
    {
        foreach (var filter in (Filter?[])[null, Filter.Eq("plan", Plans[1].Id), Filter.Eq("kind", ChangeKind.EvidenceAdded)])
        {
            var all = (await Changes(filter)).Items.Select(change => change.Sequence).ToList();
            foreach (var isFalling in (bool[])[false, true])
            {
                var order = isFalling ? NewestFirst : [];
                var expected = isFalling ? Enumerable.Reverse(all) : all;
                Assert.Equal(expected, await Walk(new() { Filter = filter, Order = order, Page = new() { First = 7 }, WithTotalCount = true }, all.Count));
                Assert.Equal(expected, await Walk(new() { Filter = filter, Order = order, Page = new() { Last = 7 }, WithTotalCount = true }, all.Count));
            }
        }
    }

    [Fact]
    public async Task Who_reads_on_while_others_write_is_told_everything_once_and_each_plan_in_its_order()
    {
        const int writers = 6;
        const int changes = 25;
        var query = new Query<HistoryEntry> { Page = new() { First = 10 } };
        var seen = new List<HistoryEntry>();
        await ReadOn();
        var writing = Task.WhenAll(Enumerable.Range(0, writers).Select(Write));
        while (!writing.IsCompleted)
        {
            await ReadOn();
        }

        await writing;
        await ReadOn();

        Assert.Equal((await Changes()).Items.Select(change => change.Sequence), seen.Select(change => change.Sequence));
        for (var writer = 0; writer < writers; writer++)
        {
            Assert.Equal(
                Enumerable.Range(1, changes + 1).Select(version => (long)version),
                seen.Where(change => change.PlanId == $"w{writer}-2024-cchc").Select(change => change.PlanVersion));
        }

        async Task ReadOn()
        {
            while (true)
            {
                var page = await Store.FindChanges(query);
                Assert.Null(page.Fault);
                seen.AddRange(page.Items);
                query = query with { Page = query.Page with { After = page.EndCursor ?? query.Page.After } };
                if (!page.HasNextPage)
                {
                    return;
                }
            }
        }

        async Task Write(int writer)
        {
            await Store.Insert(SamplePlans.Small($"w{writer}", 2), SampleStore.Record);
            for (var i = 0; i < changes; i++)
            {
                // Clocks of callers don't go together.
                await Store.ChangeTask($"w{writer}-2024-cchc/1.{1 + i % 2}", null, task => task.AddEvidence(SampleStore.Document(i)), Minute(writer % 2 == 0 ? i : -i));
            }
        }
    }

    [Fact]
    public async Task A_history_ends_with_the_version_that_is_looked_at_and_its_cursors_stay_good()
    {
        var id = await New();
        var query = new Query<HistoryEntry> { Filter = Filter.Eq("plan", NewPlan), Order = NewestFirst, Page = new() { First = 1 }, WithTotalCount = true };
        await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(1)), Minute(1));
        var first = await Store.FindChanges(query, upToVersion: 2);
        await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(2)), Minute(2));

        var again = await Store.FindChanges(query, upToVersion: 2);
        var next = await Store.FindChanges(query with { Page = new() { First = 1, After = first.EndCursor } }, upToVersion: 3);

        Assert.Equal((2L, 2L), (Assert.Single(again.Items).PlanVersion, again.TotalCount));
        Assert.Equal((1L, 3L), (Assert.Single(next.Items).PlanVersion, next.TotalCount));
        Assert.Equal(3, Assert.Single((await Store.FindChanges(query, upToVersion: 3)).Items).PlanVersion);
    }

    [Fact]
    public async Task A_restored_life_is_told_from_its_beginning_and_the_one_it_replaced_no_more()
    {
        var id = await New();
        await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(1)), Minute(1));
        var life = (await Lives(Store)).Single(found => found.Plan.Id == NewPlan);
        await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(2)), Minute(2));
        var before = await Changes();

        Assert.Equal(InsertOutcome.Inserted, await Store.Restore(life, 3, Minute(9)));
        await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(3)), Minute(10));

        var behind = await Store.FindChanges(new() { Page = new() { After = before.EndCursor } });
        Assert.Equal([1L, 2, 3], behind.Items.Select(change => change.PlanVersion));
        Assert.Equal([SampleStore.Moment, Minute(1).At, Minute(10).At], behind.Items.Select(change => change.At));
        Assert.Equal(behind.Items.Select(change => change.Sequence), (await ChangesOf(NewPlan)).Items.Select(change => change.Sequence));
        Assert.Equal(["1/BC-UBND", "3/BC-UBND"], ((TaskProgress)behind.Items[2].Event!.After!).Evidence.Select(item => item.Number));
    }

    [Fact]
    public async Task A_cursor_of_something_else_is_refused()
    {
        var all = await Changes();
        var ofOne = await Changes(Filter.Eq("plan", Plans[0].Id));

        Assert.Equal(PageFaultKind.CursorUnreadable, (await Store.FindChanges(new() { Page = new() { After = "none" } })).Fault!.Kind);
        Assert.Equal(PageFaultKind.CursorOfAnotherQuery, (await Store.FindChanges(new() { Page = new() { After = ofOne.EndCursor } })).Fault!.Kind);
        Assert.Equal(PageFaultKind.CursorOfAnotherQuery, (await Store.FindChanges(new() { Order = NewestFirst, Page = new() { Before = all.EndCursor } })).Fault!.Kind);
        Assert.Equal(PageFaultKind.NegativeCount, (await Store.FindChanges(new() { Page = new() { First = -1 } })).Fault!.Kind);
    }

    private static ChangeRecord Minute(int minute) => SampleStore.Record with { At = SampleStore.Moment.AddMinutes(minute) };

    private ValueTask<Page<HistoryEntry>> Changes(Filter? filter = null) => Store.FindChanges(new() { Filter = filter });

    private ValueTask<Page<HistoryEntry>> ChangesOf(string planId, Filter? filter = null) =>
        Changes(filter is null ? Filter.Eq("plan", planId) : Filter.And(Filter.Eq("plan", planId), filter));

    /// <summary>The sequences of all pages, from the end to the start where the last ones are asked for.</summary>
    private async Task<List<long>> Walk(Query<HistoryEntry> query, int total)
    {
        var walked = new List<long>();
        while (true)
        {
            var page = await Store.FindChanges(query);
            var found = page.Items.Select(change => change.Sequence).ToList();
            var isBackward = query.Page.Last is not null;
            Assert.Equal(total, page.TotalCount);
            Assert.Equal(walked.Count > 0, isBackward ? page.HasNextPage : page.HasPreviousPage);
            walked = isBackward ? [.. found, .. walked] : [.. walked, .. found];
            Assert.Equal(walked.Count < total, isBackward ? page.HasPreviousPage : page.HasNextPage);
            if (walked.Count >= total)
            {
                return walked;
            }

            query = query with { Page = isBackward ? new() { Last = 7, Before = page.StartCursor } : new() { First = 7, After = page.EndCursor } };
        }
    }
}
