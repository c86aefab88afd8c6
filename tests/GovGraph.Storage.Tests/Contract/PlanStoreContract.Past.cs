using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;
using GovGraph.Storage.Paging;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Contract;

public abstract partial class PlanStoreContract
{
    [Fact]
    public async Task Plans_and_tasks_are_read_as_they_stood_after_each_change()
    {
        ImmutableArray<PlanTask> changed = [Tasks[0], Tasks[1], Tasks[^1], Tasks[Tasks.Length / 2]];
        var states = new List<ImmutableArray<Plan>> { Plans };
        for (var minute = 1; minute <= 12; minute++)
        {
            if (minute == 6)
            {
                await Store.Insert(SamplePlans.Small("new", 3, indicators: 1), Minute(minute));
            }
            else if (minute == 9)
            {
                await Store.ChangeIndicator("new-2024-cchc/2.1", null, indicator => indicator.RecordValue(Value(1, 5)), Minute(minute));
            }
            else
            {
                var (id, number) = (changed[minute % changed.Length].Id, 1000 + minute);
                Assert.Null((await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(number)), Minute(minute))).Refusal);
            }

            states.Add((await Store.FindPlans(new())).Items);
        }

        for (var minute = 0; minute <= 12; minute++)
        {
            var past = Store.At(Minute(minute).At.AddSeconds(30));
            var expected = states[minute];
            Assert.Equal(expected.Select(Text), (await past.FindPlans(new())).Items.Select(Text));
            Assert.Equal(expected.SelectMany(plan => plan.Tasks).Select(Shown), (await past.FindTasks(new())).Items.Select(Shown));
            foreach (var plan in (string[])[Plans[0].Id, Plans[^1].Id, NewPlan])
            {
                var then = expected.FirstOrDefault(found => found.Id == plan);
                Assert.Equal(then is null ? null : Text(then), await past.GetPlan(plan) is { } found ? Text(found) : null);
            }

            Assert.Equal(
                expected.SelectMany(plan => plan.Tasks).Where(task => task.Id == changed[1].Id).Select(Shown),
                [Shown((await past.GetTask(changed[1].Id))!)]);
        }
    }

    [Fact]
    public async Task Filters_orders_and_pages_are_those_of_the_past()
    {
        var then = await Store.FindTasks(new());
        for (var i = 0; i < Tasks.Length; i += 5)
        {
            await Store.ChangeTask(Tasks[i].Id, null, task => task.AddEvidence(SampleStore.Document(2000 + i)), Minute(i + 1));
        }

        await Store.Insert(SamplePlans.Small("aaa", 4), Minute(3));
        await Store.Insert(SamplePlans.Small("zzz", 4), Minute(3));
        var past = Store.At(SampleStore.Moment);
        ImmutableArray<Filter?> filters =
        [
            null,
            Filter.Any("evidence"),
            Filter.None("evidence", FilterOperators.Compare("number", "startsWith", "2")!),
            Filter.Eq("status", TaskStatus.InProgress),
            Filter.And(Filter.Object("plan", Filter.Eq("year", 2024)), Filter.Involves("UBND xã")),
            Filter.Object("plan", Filter.Eq("id", "aaa-2024-cchc")),
            Filter.Some("evidence", Filter.Eq("number", "2000/BC-UBND")),
        ];
        foreach (var filter in filters)
        {
            foreach (ImmutableArray<OrderTerm> order in (ImmutableArray<OrderTerm>[])[[], [new("status", true), new("title")], [new("completedOn")]])
            {
                var expected = Reference.Ordered(then.Items.Where(task => filter is null || Reference.Matches(task, filter)), order, TaskTail).Select(Shown).ToList();
                var query = new Query<PlanTask> { Filter = filter, Order = order, WithTotalCount = true };
                Assert.Equal(expected, await WalkPast(query with { Page = new() { First = 20 } }, expected.Count));
                Assert.Equal(expected, await WalkPast(query with { Page = new() { Last = 20 } }, expected.Count));
            }
        }

        Assert.Equal(Plans.Select(plan => plan.Id), (await past.FindPlans(new())).Items.Select(plan => plan.Id));
        Assert.Equal(
            Plans.Where(plan => plan.Tasks.Any(task => task.Status == TaskStatus.Completed)).Select(plan => plan.Id),
            (await past.FindPlans(new() { Filter = Filter.Some("tasks", Filter.Eq("status", TaskStatus.Completed)) })).Items.Select(plan => plan.Id));
        var firstOfLast = (await past.FindTasks(new() { Page = new() { First = 7, Last = 3 } })).Items;
        Assert.Equal(then.Items[4..7].Select(Shown), firstOfLast.Select(Shown));

        async Task<List<string>> WalkPast(Query<PlanTask> query, int total)
        {
            var walked = new List<string>();
            var isBackward = query.Page.Last is not null;
            while (true)
            {
                var page = await past.FindTasks(query);
                var found = page.Items.Select(Shown).ToList();
                Assert.Equal(total, page.TotalCount);
                walked = isBackward ? [.. found, .. walked] : [.. walked, .. found];
                Assert.Equal(walked.Count < total, isBackward ? page.HasPreviousPage : page.HasNextPage);
                Assert.Equal(walked.Count > found.Count, isBackward ? page.HasNextPage : page.HasPreviousPage);
                if (walked.Count >= total)
                {
                    return walked;
                }

                query = query with { Page = isBackward ? new() { Last = 20, Before = page.StartCursor } : new() { First = 20, After = page.EndCursor } };
            }
        }
    }

    [Fact]
    public async Task Before_anything_was_taken_in_there_is_nothing()
    {
        var past = Store.At(SampleStore.Moment.AddMilliseconds(-1));

        Assert.Empty((await past.FindPlans(new())).Items);
        Assert.Equal(0, (await past.FindTasks(new() { WithTotalCount = true })).TotalCount);
        Assert.Null(await past.GetPlan(Plans[0].Id));
        Assert.Null(await past.GetTask(Tasks[0].Id));
        Assert.Null(await past.GetTask("none"));
    }

    [Fact]
    public async Task Where_clocks_disagree_a_plan_stands_as_it_once_stood()
    {
        var id = await New();
        foreach (var minute in (int[])[5, 3, 7, 4])
        {
            await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(minute)), Minute(minute));
        }

        var versions = new List<long>();
        foreach (var minute in (int[])[0, 3, 4, 5, 6, 7])
        {
            versions.Add((await Store.At(Minute(minute).At).GetTask(id))!.Version);
        }

        Assert.Equal([1, 1, 1, 3, 3, 5], versions);
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_moment()
    {
        var page = await Store.At(Minute(1).At).FindTasks(new() { Page = new() { First = 2 } });

        Assert.Null((await Store.At(Minute(1).At).FindTasks(new() { Page = new() { First = 2, After = page.EndCursor } })).Fault);
        Assert.Equal(PageFaultKind.CursorOfAnotherQuery, (await Store.At(Minute(2).At).FindTasks(new() { Page = new() { First = 2, After = page.EndCursor } })).Fault!.Kind);
        Assert.Equal(PageFaultKind.CursorOfAnotherQuery, (await Store.FindTasks(new() { Page = new() { First = 2, After = page.EndCursor } })).Fault!.Kind);
    }

    [Fact]
    public async Task The_past_stays_as_it_was_while_others_write()
    {
        var id = await New();
        var past = Store.At(SampleStore.Moment);
        var expected = (await past.FindTasks(new())).Items.Select(Shown).ToList();
        var writing = Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            Store.ChangeTask(i % 2 == 0 ? id : Tasks[i % 3].Id, null, task => task.AddEvidence(SampleStore.Document(3000 + i)), Minute(1 + i)).AsTask()));
        do
        {
            var page = await past.FindTasks(new() { WithTotalCount = true });
            Assert.Equal(expected.Count, page.TotalCount);
            Assert.Equal(expected, page.Items.Select(Shown));
        }
        while (!writing.IsCompleted);
        await writing;
    }

    private static string Shown(PlanTask task) => $"{task.Id} {task.Plan.Version} {task.Version} {task.Status} {task.Evidence.Length}";
}
