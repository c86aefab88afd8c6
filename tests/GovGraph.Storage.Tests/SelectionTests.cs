using System.Collections.Immutable;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;
using GovGraph.Storage.Tests.Contract;
using Xunit;

namespace GovGraph.Storage.Tests;

public sealed class SelectionTests
{
    [Fact]
    public void Without_a_wish_the_list_stays_as_printed()
    {
        var plan = SamplePlans.All[0];

        Assert.Equal(plan.Tasks, new Selection<PlanTask>(FieldMaps.Tasks, null, []).Of(plan.Tasks));
    }

    [Fact]
    public void What_is_equal_stays_in_the_order_of_print()
    {
        var tasks = SamplePlans.All.MaxBy(plan => plan.Tasks.Length)!.Tasks;

        var selected = new Selection<PlanTask>(FieldMaps.Tasks, null, [new("deadline.isExclusive", true)]).Of(tasks);

        Assert.Equal(tasks.OrderByDescending(task => task.Deadline.IsExclusive), selected);
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("deadline.isExclusive", true)]
    [InlineData("title", false)]
    public void Pages_behind_the_last_item_make_the_whole_list(string? path, bool isFalling)
    {
        var tasks = SamplePlans.All.MaxBy(plan => plan.Tasks.Length)!.Tasks;
        ImmutableArray<OrderTerm> order = path is null ? [] : [new(path, isFalling)];
        var walked = new List<PlanTask>();
        for (var isMore = true; isMore;)
        {
            var page = new Selection<PlanTask>(FieldMaps.Tasks, Filter.Exists("title"), order, 3, walked.LastOrDefault()?.Id).Of(tasks);
            walked.AddRange(page);
            isMore = page.Length == 3;
        }

        Assert.Equal(new Selection<PlanTask>(FieldMaps.Tasks, Filter.Exists("title"), order).Of(tasks), walked);
    }

    [Fact]
    public void A_list_goes_on_behind_an_item_that_does_not_match()
    {
        var tasks = SamplePlans.All[0].Tasks;
        var selection = new Selection<PlanTask>(FieldMaps.Tasks, Filter.Not(Filter.Eq("id", tasks[2].Id)), [], 2, tasks[2].Id);

        Assert.True(selection.CanBegin(tasks));
        Assert.Equal(tasks[3..5], selection.Of(tasks));
    }

    [Fact]
    public void A_list_can_not_begin_behind_an_item_of_another()
    {
        var (plan, other) = (SamplePlans.All[0], SamplePlans.All[1]);

        Assert.False(new Selection<PlanTask>(FieldMaps.Tasks, null, [], null, other.Tasks[0].Id).CanBegin(plan.Tasks));
        Assert.False(new Selection<PlanTask>(FieldMaps.Tasks, null, [], null, plan.Areas[0].Id).CanBegin(plan.Tasks));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void The_first_of_what_matches_are_given(int first)
    {
        var areas = SamplePlans.All[0].Areas;
        var filter = Filter.Some("tasks", Filter.Exists("title"));

        var selected = new Selection<Area>(FieldMaps.Areas, filter, [new("code", true)], first).Of(areas);

        Assert.Equal(
            areas.Reverse().Where(area => area.AllTasks.Any(task => task.Title is not null)).Take(first).Select(area => area.Id),
            selected.Select(area => area.Id));
    }
}
