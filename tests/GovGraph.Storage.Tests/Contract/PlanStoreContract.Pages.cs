using System.Collections.Immutable;
using FsCheck.Fluent;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;
using GovGraph.Storage.Paging;
using Xunit;

namespace GovGraph.Storage.Tests.Contract;

public abstract partial class PlanStoreContract
{
    private static readonly OrderTerm[] TaskTail = [new("plan.id"), new("ordinal")];

    [Fact]
    public async Task Pages_forward_and_backward_are_cut_as_the_reference_cuts_them()
    {
        foreach (var filter in RandomQueries.Filters(FieldMaps.Tasks, Ids).Sample(RandomWalks))
        {
            var query = new Query<PlanTask> { Filter = filter, Order = RandomQueries.Orders(TaskPaths).Sample(1).Single(), WithTotalCount = true };
            var all = Reference.Ordered(Tasks.Where(task => Reference.Matches(task, filter)), query.Order, TaskTail).ToImmutableArray();
            for (var count = 0; count <= 7; count += 3)
            {
                await ForwardIsRight(query, all, count);
                await BackwardIsRight(query, all, count);
            }
        }
    }

    [Fact]
    public async Task A_page_lies_between_two_cursors()
    {
        foreach (ImmutableArray<OrderTerm> order in new ImmutableArray<OrderTerm>[] { [], [new("title", true)] })
        {
            var all = await Store.FindTasks(new Query<PlanTask> { Order = order });
            var between = new PageRequest { After = all.Cursor(3), Before = all.Cursor(10) };

            await IsSlice(order, between, 4, 10, all.Items);
            await IsSlice(order, between with { First = 2 }, 4, 6, all.Items);
            await IsSlice(order, between with { Last = 2 }, 8, 10, all.Items);
            await IsSlice(order, between with { First = 4, Last = 3 }, 5, 8, all.Items);
            await IsSlice(order, between with { First = 0 }, 4, 4, all.Items);
            await IsSlice(order, between with { Last = 0 }, 10, 10, all.Items);
            await IsSlice(order, between with { First = 4, Last = 0 }, 8, 8, all.Items);
        }
    }

    [Fact]
    public async Task The_total_is_counted_only_when_asked_for_and_also_without_items()
    {
        var filter = Filter.Involves("UBND xã");
        var total = Tasks.Count(task => Reference.Matches(task, filter));

        Assert.Null((await Store.FindTasks(new Query<PlanTask> { Filter = filter })).TotalCount);
        var page = await Store.FindTasks(new Query<PlanTask> { Filter = filter, Page = new() { First = 0 }, WithTotalCount = true });
        Assert.Equal(total, page.TotalCount);
        Assert.Empty(page.Items);
        Assert.Null(page.StartCursor);
        Assert.True(page.HasNextPage);
    }

    [Theory]
    [InlineData("title")]
    [InlineData(null)]
    public async Task Walking_on_is_not_disturbed_by_plans_that_come_meanwhile(string? path)
    {
        var query = new Query<PlanTask> { Order = path is null ? [] : [new(path)], Page = new() { First = 5 } };
        var expected = (await Store.FindTasks(query with { Page = PageRequest.All })).Items.Select(task => task.Id).ToList();
        var walked = new List<string>();
        var inserted = 0;
        while (true)
        {
            var page = await Store.FindTasks(query);
            walked.AddRange(page.Items.Select(task => task.Id));
            if (!page.HasNextPage)
            {
                break;
            }

            // One sorts before everything, one behind it.
            await Store.Insert(SamplePlans.Small($"a{inserted}", 2), SampleStore.Record);
            await Store.Insert(SamplePlans.Small($"zz{inserted++}", 2), SampleStore.Record);
            query = query with { Page = new() { First = 5, After = page.EndCursor } };
        }

        Assert.Equal(expected, walked.Where(expected.Contains));
        Assert.Equal(walked.Distinct(), walked);
    }

    [Fact]
    public async Task A_cursor_outlives_the_match_of_its_item()
    {
        var query = new Query<PlanTask> { Filter = Filter.Not(Filter.Some("evidence", Filter.Eq("note", "gone"))), Page = new() { First = 5 } };
        var first = await Store.FindTasks(query);
        var next = await Store.FindTasks(query with { Page = new() { First = 5, After = first.EndCursor } });

        await Store.ChangeTask(
            first.Items[^1].Id, null, task => task.AddEvidence(SampleStore.Document(900) with { Note = "gone" }), SampleStore.Record);

        var after = await Store.FindTasks(query with { Page = new() { First = 5, After = first.EndCursor } });
        Assert.Equal(next.Items.Select(task => task.Id), after.Items.Select(task => task.Id));
        var before = await Store.FindTasks(query with { Page = new() { Last = 5, Before = first.EndCursor } });
        Assert.Equal(first.Items.SkipLast(1).Select(task => task.Id), before.Items.Select(task => task.Id));
    }

    [Fact]
    public async Task A_cursor_of_another_query_is_refused()
    {
        var page = await Store.FindTasks(new Query<PlanTask> { Filter = Filter.Eq("code", "1#1"), Page = new() { First = 1 } });

        var other = await Store.FindTasks(new Query<PlanTask> { Filter = Filter.Eq("code", "1#2"), Page = new() { First = 1, After = page.EndCursor } });
        Assert.Equal(
            new PageFault(
                PageFaultKind.CursorOfAnotherQuery,
                "after",
                "The cursor specified in `after` belongs to another query: use a cursor only with the `where` and `order` that gave it."),
            other.Fault);
        Assert.Empty(other.Items);

        var plans = await Store.FindPlans(new Query<Plan> { Page = new() { Last = 1, Before = page.EndCursor } });
        Assert.Equal(PageFaultKind.CursorOfAnotherQuery, plans.Fault?.Kind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("OTk=")]
    [InlineData("AAAAAAAAAAA")]
    [InlineData("%%%")]
    [InlineData("á")]
    public async Task A_broken_cursor_is_refused(string cursor)
    {
        var page = await Store.FindTasks(new Query<PlanTask> { Page = new() { First = 1, After = cursor } });

        Assert.Equal(
            new PageFault(PageFaultKind.CursorUnreadable, "after", "The cursor specified in `after` has an invalid format."),
            page.Fault);
    }

    [Fact]
    public async Task A_negative_number_is_refused()
    {
        var page = await Store.FindTasks(new Query<PlanTask> { Page = new() { Last = -1 } });

        Assert.Equal(new PageFault(PageFaultKind.NegativeCount, "last", "`last` must not be negative, but it is -1."), page.Fault);
    }

    private async Task ForwardIsRight(Query<PlanTask> query, ImmutableArray<PlanTask> all, int count)
    {
        string? after = null;
        for (var start = 0; ; start += count)
        {
            var page = await Store.FindTasks(query with { Page = new() { First = count, After = after } });
            IsSlice(page, start, Math.Min(start + count, all.Length), all, query);
            if (count == 0 || !page.HasNextPage)
            {
                return;
            }

            after = page.EndCursor;
        }
    }

    private async Task BackwardIsRight(Query<PlanTask> query, ImmutableArray<PlanTask> all, int count)
    {
        string? before = null;
        for (var end = all.Length; ; end -= count)
        {
            var page = await Store.FindTasks(query with { Page = new() { Last = count, Before = before } });
            IsSlice(page, Math.Max(0, end - count), end, all, query);
            if (count == 0 || !page.HasPreviousPage)
            {
                return;
            }

            before = page.StartCursor;
        }
    }

    private async Task IsSlice(ImmutableArray<OrderTerm> order, PageRequest request, int start, int end, ImmutableArray<PlanTask> all)
    {
        var query = new Query<PlanTask> { Order = order, Page = request };
        IsSlice(await Store.FindTasks(query), start, end, all, query);
    }

    private static void IsSlice(Page<PlanTask> page, int start, int end, ImmutableArray<PlanTask> all, Query<PlanTask> query)
    {
        Assert.Null(page.Fault);
        AreSame(all[start..end].Select(task => task.Id), page.Items.Select(task => task.Id), query);
        Assert.True(page.HasPreviousPage == start > 0, $"hasPreviousPage of {query}");
        Assert.True(page.HasNextPage == end < all.Length, $"hasNextPage of {query}");
        Assert.Equal(query.WithTotalCount ? all.Length : null, page.TotalCount);
    }
}
