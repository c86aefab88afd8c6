using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Tests.Tasks;

public sealed class TaskSummaryTests
{
    private static readonly DateOnly Today = new(2024, 3, 15);

    [Fact]
    public void Each_status_is_counted_zero_included() => Assert.Equal(
        [
            new(TaskStatus.NotStarted, 2), new(TaskStatus.InProgress, 0), new(TaskStatus.Completed, 1),
            new(TaskStatus.Suspended, 0), new(TaskStatus.Cancelled, 1),
        ],
        Summary(Open(), Open(), Task(TaskStatus.Completed), Task(TaskStatus.Cancelled)).ByStatus(null));

    [Fact]
    public void One_status_can_be_asked_for() =>
        Assert.Equal([new(TaskStatus.NotStarted, 2)], Summary(Open(), Open(), Task(TaskStatus.Completed)).ByStatus(TaskStatus.NotStarted));

    [Fact]
    public void Each_deadline_state_is_counted_on_the_day()
    {
        var tasks = new[] { Open("2024-03-14"), Open("2024-03-15"), Open("2024-06-30"), Open() };

        Assert.Equal([0, 0, 1, 1, 1, 1], Summary(tasks).ByDeadlineState(null).Select(state => state.Count));
        Assert.Equal([new(DeadlineState.OpenOverdue, 2)], new TaskSummary([.. tasks], Today.AddDays(1)).ByDeadlineState(DeadlineState.OpenOverdue));
    }

    [Fact]
    public void A_deadline_of_two_kinds_counts_in_both()
    {
        var summary = Summary(WithDeadline(new Deadline { Kinds = [DeadlineKind.Recurring, DeadlineKind.Continuous] }), WithDeadline(new Deadline { Kinds = [DeadlineKind.Continuous] }));

        Assert.Equal(
            [(DeadlineKind.Continuous, 2), (DeadlineKind.Recurring, 1)],
            summary.ByDeadlineKind(null).Where(kind => kind.Count > 0).Select(kind => (kind.Value, kind.Count)));
    }

    [Fact]
    public void Progress_is_the_share_of_completed_tasks_among_those_not_cancelled()
    {
        Assert.Equal(0.25, Summary(Task(TaskStatus.Completed), Open(), Task(TaskStatus.InProgress), Task(TaskStatus.Suspended), Task(TaskStatus.Cancelled)).Progress);
        Assert.Equal(1, Summary(Task(TaskStatus.Completed), Task(TaskStatus.Cancelled)).Progress);
        Assert.Equal(0, Summary(Open()).Progress);
    }

    [Fact]
    public void Where_nothing_is_to_be_done_there_is_no_progress()
    {
        Assert.Null(Summary().Progress);
        Assert.Null(Summary(Task(TaskStatus.Cancelled)).Progress);
    }

    [Fact]
    public void The_next_deadline_is_the_first_from_the_day_on_that_an_open_task_has()
    {
        var summary = Summary(
            Open("2024-03-14"), Task(TaskStatus.Completed, "2024-03-15"), Task(TaskStatus.Cancelled, "2024-03-15"), Open("2024-04-30"),
            Open("2024-02-25", "2024-03-20"), Task(TaskStatus.Suspended, "2024-03-20"), Open());

        Assert.Equal(new DateOnly(2024, 3, 20), summary.NextDeadline!.Due);
        Assert.Equal([TaskStatus.NotStarted, TaskStatus.Suspended], summary.NextDeadline.Tasks.Select(task => task.Status));
    }

    [Fact]
    public void What_is_due_today_is_next() => Assert.Equal(Today, Summary(Open("2024-03-15")).NextDeadline!.Due);

    [Fact]
    public void Where_all_dates_have_passed_there_is_no_next_deadline() => Assert.Null(Summary(Open("2024-03-14"), Open()).NextDeadline);

    private static TaskSummary Summary(params PlanTask[] tasks) => new([.. tasks], Today);

    private static PlanTask Open(params string[] due) => Task(TaskStatus.NotStarted, due);

    private static PlanTask Task(TaskStatus status, params string[] due) =>
        WithDeadline(new Deadline { Steps = [.. due.Select(day => new DueStep { Due = DateOnly.Parse(day, null) })] }, status);

    private static PlanTask WithDeadline(Deadline deadline, TaskStatus status = TaskStatus.NotStarted) =>
        new() { Id = "p/1", Code = "1", Deadline = deadline, Status = status };
}
