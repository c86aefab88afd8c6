using GovGraph.Plans.Consistency;
using Xunit;

namespace GovGraph.Plans.Tests.Consistency;

public sealed class DuplicateCodeIssueTests
{
    [Fact]
    public void All_rows_of_one_code_are_one_issue()
    {
        var plan = PlanText.With(
            """
            { "code": "1", "tasks": [
              { "id": "x-2024-papi/1.1", "code": "1.1" }, { "id": "x-2024-papi/1.1(2)", "code": "1.1" }, { "id": "x-2024-papi/1(2)", "code": "1" },
              { "id": "x-2024-papi/1.1(3)", "code": "1.1" }, { "id": "x-2024-papi/1.2", "code": "1.2" }] }
            """);

        Assert.Equal(
            ["2 rows have the code 1.: x-2024-papi/1 x-2024-papi/1(2)", "3 rows have the code 1.1.: x-2024-papi/1.1 x-2024-papi/1.1(2) x-2024-papi/1.1(3)"],
            plan.ConsistencyIssues.Select(issue => $"{Assert.IsType<DuplicateCodeIssue>(issue).Message}: {string.Join(' ', issue.Nodes.Select(node => node.Id))}"));
    }
}
