using System.Collections.Immutable;
using GovGraph.Plans.Consistency;
using Xunit;

namespace GovGraph.Plans.Tests.Consistency;

public sealed class SwappedCellsIssueTests
{
    [Fact]
    public void Two_cells_in_each_others_places_are_one_issue_and_no_damage_besides()
    {
        var issue = Assert.IsType<SwappedCellsIssue>(Assert.Single(Issues(
            """
            { "field": "target", "kind": "MISPLACED", "stoodIn": "deadline", "remark": "r" },
            { "field": "deadline", "kind": "MISPLACED", "stoodIn": "target", "remark": "r" }
            """)));

        Assert.Equal("Task 1.1 prints target and deadline in each other's cells.", issue.Message);
        Assert.Equal(["target", "deadline"], issue.Fields);
    }

    [Theory]
    [InlineData("""{ "field": "target", "kind": "MISPLACED", "remark": "r" }, { "field": "deadline", "kind": "MISPLACED", "remark": "r" }""")]
    [InlineData("""{ "field": "lead", "kind": "MISPLACED", "stoodIn": "target", "remark": "r" }, { "field": "deadline", "kind": "MISPLACED", "stoodIn": "lead", "remark": "r" }""")]
    public void Cells_that_are_shifted_are_damage(string damage) =>
        Assert.Equal([ConsistencyIssueKind.Damage, ConsistencyIssueKind.Damage], Issues(damage).Select(issue => issue.Kind));

    private static ImmutableArray<ConsistencyIssue> Issues(string damage) =>
        PlanText.With($$"""{ "code": "1", "tasks": [{ "id": "x-2024-papi/1.1", "code": "1.1", "damage": [{{damage}}] }] }""").ConsistencyIssues;
}
