using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Tests.Deadlines;

public sealed class DeadlineStateTests
{
    [Theory]
    [InlineData("2024-03-22", DeadlineState.OpenWithin)]
    [InlineData("2024-03-23", DeadlineState.OpenDueSoon)]
    [InlineData("2024-03-29", DeadlineState.OpenDueSoon)]
    [InlineData("2024-03-30", DeadlineState.OpenDueSoon)]
    [InlineData("2024-03-31", DeadlineState.OpenOverdue)]
    public void An_open_task_is_overdue_from_the_day_after_the_printed_date(string asOf, DeadlineState state)
    {
        Assert.Equal(state, Task(TaskStatus.NotStarted, "2024-03-30").DeadlineState(Day(asOf)));
        Assert.Equal(state, Task(TaskStatus.Suspended, "2024-03-30").DeadlineState(Day(asOf)));
    }

    [Fact]
    public void The_earliest_step_makes_the_whole_task_overdue()
    {
        var task = Task(TaskStatus.InProgress, "2020-08-15", "2020-02-28");

        Assert.False(task.IsOverdue(Day("2020-02-28")));
        Assert.True(task.IsOverdue(Day("2020-02-29")));
        Assert.True(task.IsOverdue(Day("2020-12-31")));
    }

    [Theory]
    [InlineData("2020-08-15", DeadlineState.DoneOnTime)]
    [InlineData("2020-08-16", DeadlineState.DoneLate)]
    public void A_completed_task_is_measured_at_its_last_step(string completedOn, DeadlineState state)
    {
        var task = Task(TaskStatus.Completed, "2020-08-15", "2020-02-28", completedOn: completedOn);

        Assert.Equal(state, task.DeadlineState(Day("2021-01-01")));
    }

    [Fact]
    public void A_cancelled_task_has_no_deadline() =>
        Assert.Equal(DeadlineState.NoDeadline, Task(TaskStatus.Cancelled, "2020-08-15").DeadlineState(Day("2021-01-01")));

    [Theory]
    [InlineData(TaskStatus.NotStarted)]
    [InlineData(TaskStatus.Completed)]
    public void A_task_without_a_dated_step_has_no_deadline(TaskStatus status)
    {
        var task = new PlanTask { Id = "p/1", Code = "1", Status = status, Deadline = new Deadline { Kinds = [DeadlineKind.Continuous] } };

        Assert.Equal(DeadlineState.NoDeadline, task.DeadlineState(Day("2021-01-01")));
        Assert.False(task.IsOverdue(Day("2021-01-01")));
    }

    private static PlanTask Task(TaskStatus status, string due, string? earlier = null, string? completedOn = null) => new()
    {
        Id = "p/1",
        Code = "1",
        Status = status,
        CompletedOn = completedOn is null ? null : Day(completedOn),
        Deadline = new Deadline
        {
            Steps = earlier is null ? [new DueStep { Due = Day(due) }] : [new DueStep { Due = Day(earlier) }, new DueStep { Due = Day(due) }],
        },
    };

    private static DateOnly Day(string text) => DateOnly.Parse(text, null);
}
