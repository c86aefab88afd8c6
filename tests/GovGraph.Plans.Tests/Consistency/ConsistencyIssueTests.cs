using GovGraph.Plans.Consistency;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Tests.Seeds;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Tests.Consistency;

public sealed class ConsistencyIssueTests
{
    [Theory]
    [InlineData("hung-yen-2021-papi", 66)]
    [InlineData("my-hoa-hung-2024-kstthc", 1,
        "Task 1.1 is due 2024-02-05, before the date of its plan: ngày 24 tháng 02 năm 2024.",
        "Task 1.4 is due 2024-01-31, before the date of its plan: ngày 24 tháng 02 năm 2024.",
        "Task 1.7 prints expectedResult and deadline in each other's cells.")]
    [InlineData("thuong-lo-2020-cchc", 1,
        "The plan prints 34.900.000 đồng, its tasks make 33.900.000: 1.000.000 too much. The rows directly below make the printed amount: the difference comes from further down.",
        "Area 1 prints 12.900.000 đồng, its tasks make 11.900.000: 1.000.000 too much.",
        "Component 5.2 prints 18.000.000 đồng, its tasks make 0: 18.000.000 too much. Component 5.3 beside it prints the same amount.",
        "2 rows have the code 5.1.2.",
        "2 rows have the code 7.4.3.")]
    [InlineData("trung-trac-2022-papi", 39)]
    [InlineData("trung-trac-2024-papi", 10)]
    public void What_a_person_finds_in_the_five_plans_and_nothing_else(string id, int damaged, params string[] contradictions)
    {
        var issues = SeedFiles.Plan(id).ConsistencyIssues;

        Assert.Equal(contradictions, issues.Where(issue => issue.Kind != ConsistencyIssueKind.Damage).Select(issue => issue.Message));
        Assert.Equal(damaged, issues.Count(issue => issue.Kind == ConsistencyIssueKind.Damage));
    }

    [Fact]
    public void Issues_are_worked_out_once_a_version_and_name_the_rows_of_their_own_version()
    {
        var old = SeedFiles.Plan("thuong-lo-2020-cchc");
        var changed = old.With(old.Task("thuong-lo-2020-cchc/5.1.2(2)")!.WithProgress(new TaskProgress { Status = TaskStatus.InProgress }));

        Assert.Equal(old.ConsistencyIssues, old.ConsistencyIssues);
        Assert.Equal(old.ConsistencyIssues.Select(issue => issue.Message), changed.ConsistencyIssues.Select(issue => issue.Message));
        Assert.All(old.ConsistencyIssues.SelectMany(issue => issue.Nodes), node => Assert.Same(old.Node(node.Id), node));
        Assert.All(changed.ConsistencyIssues.SelectMany(issue => issue.Nodes), node => Assert.Same(changed.Node(node.Id), node));
    }
}
