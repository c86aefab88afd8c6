using GovGraph.Plans.Areas;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
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
