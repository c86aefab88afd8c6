using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Units;
using GovGraph.Storage.Filters;
using Xunit;

namespace GovGraph.Storage.Tests.Filters;

public sealed class FilterTests
{
    [Fact]
    public void A_filter_prints_all_of_its_meaning()
    {
        var filter = Filter.And(
            Filter.Object("plan", Filter.In("year", 2022, null)),
            Filter.Not(new Comparison("title", FilterOperator.StartsWith, "a \"b\" \\")),
            Filter.Or(Filter.Some("evidence", Filter.Exists("url")), Filter.None("evidence", Filter.And())),
            Filter.Involves("UBND xã", UnitRole.Lead),
            Filter.InvolvesUnder("UBND xã", UnitRole.Lead),
            Filter.Count("assignments", Filter.Eq("role", UnitRole.Lead), new Comparison(FieldFilter.Itself, FilterOperator.Gt, 1)),
            Filter.StateOn(new DateOnly(2024, 4, 1), DeadlineState.OpenOverdue));

        Assert.Equal(
            """
            and(plan(year in [2022, null]), not(title startsWith "a \"b\" \\"), or(evidence some (url exists), evidence none (and())), involves "UBND xã"[Lead], involves "UBND xã"[Lead] or under it, assignments count (role eq Lead,  gt 1), deadlineState on 2024-04-01[OpenOverdue])
            """,
            filter.ToString());
    }

    [Fact]
    public void Filters_that_mean_the_same_are_equal()
    {
        Assert.Equal(Filter.In("year", 1, 2), Filter.In("year", 1, 2));
        Assert.NotEqual(Filter.In("year", 1, 2), Filter.In("year", 1, 2, 3));
        Assert.NotEqual(Filter.Eq("year", 1), Filter.Eq("year", "1"));
        Assert.NotEqual(Filter.Eq("a", "x\", y"), Filter.Eq("a", "x, y"));
    }

    [Fact]
    public void No_two_filters_share_a_text_so_none_shares_the_cursors_of_another()
    {
        var one = Filter.Eq(FieldFilter.Itself, 1);
        var lead = Filter.Eq("role", UnitRole.Lead);
        var day = new DateOnly(2024, 4, 1);
        Filter[] filters =
        [
            Filter.Count("tasks", Filter.And(), one), Filter.Count("tasks", one, Filter.And()), Filter.Count("tasks", lead, one),
            Filter.Count("tasks", Filter.And(lead, one), Filter.And()), Filter.Count("tasks", Filter.And(lead), Filter.And(one)),
            Filter.Some("tasks", Filter.And()), Filter.Some("tasks", lead), Filter.All("tasks", lead), Filter.None("tasks", lead), Filter.Not(Filter.Some("tasks", lead)),
            Filter.Exists("tasks"), Filter.Exists("tasks", false), Filter.Eq("tasks", null), Filter.Object("tasks", lead),
            Filter.Involves("a"), Filter.InvolvesUnder("a"), Filter.Involves("a", UnitRole.Lead), Filter.InvolvesUnder("a", UnitRole.Lead),
            Filter.Involves("a\" or under it"), Filter.Involves("a\"[] or under it"), Filter.Involves("a", UnitRole.Lead, UnitRole.Implementing),
            Filter.Some("steps", Filter.Eq("due", day)), Filter.Some("steps", new Comparison("due", FilterOperator.Gte, day)),
            Filter.Eq("due", day), Filter.Eq("due", day.ToString("O")), Filter.Eq("due", day.DayNumber), Filter.In("due", day), Filter.In("due", day, null),
            Filter.StateOn(day, DeadlineState.OpenOverdue), Filter.StateOn(day.AddDays(1), DeadlineState.OpenOverdue), Filter.StateOn(day),
        ];

        Assert.Equal(filters.Length, filters.Select(filter => filter.ToString()).Distinct().Count());
    }

    [Theory]
    [InlineData("eq", "year eq 1")]
    [InlineData("neq", "not(year eq 1)")]
    [InlineData("gt", "year gt 1")]
    [InlineData("ngt", "not(year gt 1)")]
    [InlineData("gte", "year gte 1")]
    [InlineData("ngte", "not(year gte 1)")]
    [InlineData("lt", "year lt 1")]
    [InlineData("nlt", "not(year lt 1)")]
    [InlineData("lte", "year lte 1")]
    [InlineData("nlte", "not(year lte 1)")]
    [InlineData("contains", "year contains 1")]
    [InlineData("ncontains", "not(year contains 1)")]
    [InlineData("startsWith", "year startsWith 1")]
    [InlineData("nstartsWith", "not(year startsWith 1)")]
    [InlineData("endsWith", "year endsWith 1")]
    [InlineData("nendsWith", "not(year endsWith 1)")]
    [InlineData("like", null)]
    [InlineData("nlike", null)]
    [InlineData("in", null)]
    public void An_operator_is_known_by_its_name(string name, string? printed)
    {
        Assert.Equal(printed, FilterOperators.Compare("year", name, 1)?.ToString());
    }

    [Fact]
    public void In_and_nin_take_lists()
    {
        Assert.Equal("year in [1, 2]", FilterOperators.Compare("year", "in", [1, 2])?.ToString());
        Assert.Equal("not(year in [1, 2])", FilterOperators.Compare("year", "nin", [1, 2])?.ToString());
        Assert.Null(FilterOperators.Compare("year", "eq", [1, 2]));
    }
}
