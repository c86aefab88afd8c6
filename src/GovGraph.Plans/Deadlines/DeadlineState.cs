using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Deadlines;

/// <summary>Where a task stands against its deadline on a given day.</summary>
public enum DeadlineState
{
    DoneOnTime,
    DoneLate,
    OpenWithin,
    OpenDueSoon,
    OpenOverdue,

    /// <summary>Nothing dated can be missed: no dated step, or the task is cancelled.</summary>
    NoDeadline,
}

/// <summary>Decides the state of a deadline from what has been done.</summary>
public static class DeadlineStates
{
    private const int DueSoonDays = 7;

    /// <remarks>
    /// A step is overdue from the day after its printed date, also when it says 'before' (trước): then everyone agrees.
    /// Steps can't be ticked off one by one, so the earliest one counts for a task that is not completed.
    /// </remarks>
    internal static DeadlineState Of(Deadline deadline, TaskStatus status, DateOnly? completedOn, DateOnly asOf) =>
        deadline is { FirstDueDate: { } first, DueDate: { } last } ? Of(first, last, status, completedOn, asOf) : DeadlineState.NoDeadline;

    /// <summary>The state of a task by its first due date and its last.</summary>
    public static DeadlineState Of(DateOnly first, DateOnly last, TaskStatus status, DateOnly? completedOn, DateOnly asOf)
    {
        if (status == TaskStatus.Cancelled)
        {
            return DeadlineState.NoDeadline;
        }

        if (status == TaskStatus.Completed)
        {
            return completedOn > last ? DeadlineState.DoneLate : DeadlineState.DoneOnTime;
        }

        return first < asOf ? DeadlineState.OpenOverdue
            : first.DayNumber - asOf.DayNumber <= DueSoonDays ? DeadlineState.OpenDueSoon
            : DeadlineState.OpenWithin;
    }
}
