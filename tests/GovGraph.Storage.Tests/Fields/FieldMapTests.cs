using GovGraph.Plans.Tasks;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Tests.Contract;
using Xunit;

namespace GovGraph.Storage.Tests.Fields;

public sealed class FieldMapTests
{
    [Fact]
    public void An_unknown_field_is_told() => Refused(Filter.Eq("colour", "red"), "Task has no field 'colour' to filter by.");

    [Fact]
    public void A_value_of_another_type_is_told() =>
        Refused(Filter.Eq("budget", 1), "'budget' takes values of type Int64, not Int32: budget eq 1");

    [Fact]
    public void A_value_of_another_type_in_a_list_is_told() =>
        Refused(Filter.In("title", "a", 1), "'title' takes values of type String, not Int32: title in [\"a\", 1]");

    [Fact]
    public void An_operator_that_a_field_does_not_have_is_told()
    {
        Refused(new Comparison("id", FilterOperator.Contains, "a"), "'id' can't be filtered by: id contains \"a\"");
        Refused(new Comparison("title", FilterOperator.Gt, "a"), "'title' can't be filtered by: title gt \"a\"");
        Refused(new Comparison("budget", FilterOperator.Contains, 1L), "'budget' can't be filtered by: budget contains 1");
        Refused(Filter.Eq("plan", "a"), "'plan' can't be filtered by: plan eq \"a\"");
        Refused(Filter.Object("evidence", Filter.And()), "'evidence' can't be filtered by: evidence(and())");
        Refused(Filter.Eq("involves", "a"), "'involves' can't be filtered by: involves eq \"a\"");
        Refused(Filter.Eq("deadlineState", "a"), "'deadlineState' can't be filtered by: deadlineState eq \"a\"");
    }

    [Theory]
    [InlineData("colour")]
    [InlineData("evidence")]
    [InlineData("deadline")]
    [InlineData("deadline.colour")]
    [InlineData("title.x")]
    [InlineData("")]
    [InlineData("plan.issuer.")]
    public void A_path_that_can_not_be_ordered_by_is_told(string path)
    {
        var told = Assert.Throws<ArgumentException>(() => new Selection<PlanTask>(FieldMaps.Tasks, null, [new(path)]));

        Assert.Equal($"Task can't be ordered by '{path}'.", told.Message);
    }

    [Fact]
    public void A_filter_deeper_than_the_stack_is_an_error_and_not_the_end()
    {
        var filter = Filter.And();
        for (var i = 0; i < 1_000_000; i++)
        {
            filter = Filter.Not(filter);
        }

        Assert.Throws<InsufficientExecutionStackException>(() => filter.Compile(FieldMaps.Tasks));
    }

    [Fact]
    public void A_filter_that_goes_up_and_down_again_and_again_costs_no_more_than_its_length()
    {
        // Without what is remembered of a plan, each turn would ask all of its tasks once more: 100 to the power of 51.
        var filter = Filter.Eq("code", "none");
        for (var turn = 0; turn < 51; turn++)
        {
            filter = Filter.Object(turn % 2 == 0 ? "plan" : "area", Filter.Count("tasks", filter, Filter.Eq(FieldFilter.Itself, 0)));
        }

        var plan = SamplePlans.Small("new", 100);
        var matches = filter.Compile(FieldMaps.Tasks);

        Assert.Equal(plan.Tasks.Length, plan.Tasks.Count(matches));
    }

    private static void Refused(Filter filter, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(() => filter.Compile(FieldMaps.Tasks)).Message);
}
