using GovGraph.Plans.Consistency;
using Xunit;

namespace GovGraph.Plans.Tests.Consistency;

public sealed class DamageIssueTests
{
    [Fact]
    public void Every_mark_of_every_row_is_an_issue_in_the_order_of_print()
    {
        const string Mark = """
            "damage": [{ "kind": "LOST", "remark": "Line 1." }]
            """;
        var plan = PlanText.With(
            $$"""
            { "code": "1", {{Mark}}, "groups": [{ "code": "1.I", {{Mark}} }],
              "tasks": [{ "id": "x-2024-papi/1#1", "code": "1#1", {{Mark}} }, { "id": "x-2024-papi/1.I.1", "code": "1.I.1", "group": "1.I", {{Mark}} }],
              "components": [{ "code": "1.a", "damage": [{ "field": "title", "kind": "GARBLED", "remark": "Line 2." }] }],
              "indicators": [{ "code": "1.9", "title": "Tỷ lệ", "target": "80", {{Mark}} }] }
            """,
            $"{Mark},");

        Assert.Equal(
            ["The plan: Line 1.", "Area 1: Line 1.", "Task 1#1: Line 1.", "Group 1.I: Line 1.", "Task 1.I.1: Line 1.", "Component 1.a, title: Line 2.", "Indicator 1.9: Line 1."],
            plan.ConsistencyIssues.Select(issue => issue.Message));
        Assert.Equal(DamageKind.Garbled, Assert.IsType<DamageIssue>(plan.ConsistencyIssues[5]).Damage.Kind);
    }
}
