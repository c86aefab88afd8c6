using GovGraph.Plans.Consistency;
using Xunit;

namespace GovGraph.Plans.Tests.Consistency;

public sealed class DeadlineIssueTests
{
    [Theory]
    [InlineData("05/02/2024", "2024-02-05")]
    [InlineData("Tháng 01 năm 2024", "2024-01-31")]
    [InlineData("Năm 2023", "2023-12-31")]
    [InlineData("Trước ngày 23/02/2024", "2024-02-23")]
    [InlineData("24/02/2024")]
    [InlineData("Trước ngày 24/02/2024")]
    [InlineData("Tháng 02 năm 2024")]
    [InlineData("Quý I năm 2024")]
    [InlineData("Thường xuyên")]
    [InlineData("Khi có yêu cầu")]
    public void A_date_that_had_passed_when_the_plan_was_signed_is_an_issue(string deadline, params string[] steps)
    {
        var issues = Issues(deadline, """{ "text": "ngày 24/02/2024", "year": 2024, "month": 2, "day": 24 }""");

        Assert.Equal(steps, issues.SelectMany(issue => issue.Steps).Select(step => $"{step.Due:yyyy-MM-dd}"));
        Assert.All(issues, issue => Assert.Equal("ngày 24/02/2024", issue.Signed.Text));
    }

    [Theory]
    [InlineData("""{ "text": "ngày 02/2024", "year": 2024, "month": 2 }""", "31/01/2024", 1)]
    [InlineData("""{ "text": "ngày 02/2024", "year": 2024, "month": 2 }""", "01/02/2024", 0)]
    [InlineData("""{ "text": "năm 2024", "year": 2024 }""", "31/12/2023", 1)]
    [InlineData("""{ "text": "năm 2024", "year": 2024 }""", "01/01/2024", 0)]
    [InlineData("""{ "text": "ngày …" }""", "01/01/1990", 0)]
    public void Where_a_part_of_the_plans_date_is_lost_it_may_be_the_first_day(string date, string deadline, int expected) =>
        Assert.Equal(expected, Issues(deadline, date).Length);

    [Fact]
    public void A_plan_without_a_date_has_no_such_issue() => Assert.Empty(Issues("01/01/1990", null));

    private static DeadlineIssue[] Issues(string deadline, string? date) =>
    [
        .. PlanText.With(
            $$"""{ "code": "1", "tasks": [{ "id": "x-2024-papi/1.1", "code": "1.1", "deadline": "{{deadline}}" }] }""",
            date is null ? "" : $"\"date\": {date},").ConsistencyIssues.Cast<DeadlineIssue>(),
    ];
}
