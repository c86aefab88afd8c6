using GovGraph.Plans.Consistency;
using Xunit;

namespace GovGraph.Plans.Tests.Consistency;

public sealed class BudgetIssueTests
{
    [Fact]
    public void Totals_that_their_tasks_make_are_no_issue_on_any_level() => Assert.Empty(Issues(
        """
        { "code": "1", "budget": "6", "groups": [{ "code": "1.I", "budget": "1" }], "tasks": [{ "id": "x-2024-papi/1.1", "code": "1.1", "group": "1.I", "budget": "1" }],
          "components": [{ "code": "1.a", "budget": "5", "tasks": [{ "id": "x-2024-papi/1.a#1", "code": "1.a#1", "budget": "2" }, { "id": "x-2024-papi/1.a#2", "code": "1.a#2", "budget": "3" }] }] }
        """,
        "6"));

    [Fact]
    public void A_row_without_a_total_is_no_issue_and_counts_with_its_tasks() => Assert.Empty(Issues(
        """{ "code": "1", "components": [{ "code": "1.a", "tasks": [{ "id": "x-2024-papi/1.a#1", "code": "1.a#1", "budget": "2" }] }] }""", "2"));

    [Fact]
    public void A_row_with_nothing_below_it_counts_with_its_own_amount() => Assert.Empty(Issues(
        """{ "code": "1", "budget": "2", "components": [{ "code": "1.a", "budget": "2" }] }""", "2"));

    [Fact]
    public void Too_little_is_told_as_too_much_is()
    {
        var issue = Assert.Single(Issues("""{ "code": "1", "budget": "1.000", "tasks": [{ "id": "x-2024-papi/1.1", "code": "1.1", "budget": "2.500 đồng" }] }"""));

        Assert.Equal("Area 1 prints 1.000 đồng, its tasks make 2.500: 1.500 too little.", issue.Message);
        Assert.Equal((1000, 2500, -1500, 2500, false), (issue.Printed.Dong, issue.Summed, issue.Difference, issue.RowsBelow, issue.IsCarriedUp));
        Assert.Equal(["x-2024-papi/1"], issue.Nodes.Select(node => node.Id));
    }

    [Fact]
    public void A_difference_is_found_where_it_arises_and_wherever_it_is_carried()
    {
        var issues = Issues(
            """{ "code": "1", "budget": "9", "components": [{ "code": "1.a", "budget": "9", "groups": [{ "code": "1.a.1", "budget": "9" }], "tasks": [{ "id": "x-2024-papi/1.a.1#1", "code": "1.a.1#1", "group": "1.a.1", "budget": "8" }] }] }""",
            "9");

        Assert.Equal([(null, true), ("1", true), ("1.a", true), ("1.a.1", false)], issues.Select(issue => (issue.Code, issue.IsCarriedUp)));
    }

    [Fact]
    public void Rows_beside_it_that_print_the_same_amount_are_named()
    {
        var issue = Assert.Single(Issues(
            """
            { "code": "1", "components": [
              { "code": "1.a", "budget": "5", "tasks": [{ "id": "x-2024-papi/1.a#1", "code": "1.a#1" }] },
              { "code": "1.b", "budget": "5", "tasks": [{ "id": "x-2024-papi/1.b#1", "code": "1.b#1", "budget": "5" }] },
              { "code": "1.c", "budget": "6" }] }
            """));

        Assert.Equal(["x-2024-papi/1.b"], issue.Alike.Select(node => node.Id));
    }

    private static BudgetIssue[] Issues(string areas, string? grandTotal = null) =>
        [.. PlanText.With(areas, grandTotal is null ? "" : $"\"budget\": \"{grandTotal}\",").ConsistencyIssues.Cast<BudgetIssue>()];
}
