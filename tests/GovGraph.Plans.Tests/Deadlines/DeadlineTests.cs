using GovGraph.Plans.Deadlines;
using Xunit;

namespace GovGraph.Plans.Tests.Deadlines;

public sealed class DeadlineTests
{
    private static readonly Deadline Milestones = new()
    {
        Steps =
        [
            new DueStep { Due = new DateOnly(2020, 2, 28), IsExclusive = true },
            new DueStep { Due = new DateOnly(2020, 8, 15) },
        ],
    };

    [Fact]
    public void The_due_date_is_that_of_the_last_step()
    {
        Assert.Equal(new DateOnly(2020, 2, 28), Milestones.FirstDueDate);
        Assert.Equal(new DateOnly(2020, 8, 15), Milestones.DueDate);
        Assert.False(Milestones.IsExclusive);
        Assert.Null(Deadline.None.DueDate);
    }

    [Theory]
    [InlineData("2020-01-01", "2020-02-28")]
    [InlineData("2020-02-28", "2020-02-28")]
    [InlineData("2020-02-29", "2020-08-15")]
    [InlineData("2020-08-16", null)]
    public void The_next_due_date_is_that_of_the_first_step_not_yet_past(string asOf, string? next) =>
        Assert.Equal(next, Milestones.NextDue(DateOnly.Parse(asOf, null))?.ToString("O"));

    [Fact]
    public void Before_a_date_the_last_day_on_time_is_the_day_before()
    {
        Assert.Equal(new DateOnly(2020, 2, 27), Milestones.Steps[0].LastOnTimeDay);
        Assert.Equal(new DateOnly(2020, 8, 15), Milestones.Steps[1].LastOnTimeDay);
    }
}
