using System.Collections.Immutable;
using GovGraph.Plans.Deadlines;

namespace GovGraph.Plans.Tasks;

/// <summary>Where the tasks of a plan, or of a part of it, stand on a day.</summary>
public sealed class TaskSummary(ImmutableArray<PlanTask> tasks, DateOnly asOf)
{
    public DateOnly AsOf => asOf;

    public int Total => tasks.Length;

    /// <summary>The share of completed tasks among those that are not cancelled; null where there are none.</summary>
    public double? Progress =>
        tasks.Count(task => task.Status != TaskStatus.Cancelled) is > 0 and var wanted
            ? (double)tasks.Count(task => task.Status == TaskStatus.Completed) / wanted
            : null;

    /// <summary>The first date from the day on by which open tasks are due.</summary>
    public NextDeadline? NextDeadline =>
        tasks.Where(task => task.IsOpen).Min(task => task.Deadline.NextDue(asOf)) is { } due
            ? new(due, [.. tasks.Where(task => task.IsOpen && task.Deadline.NextDue(asOf) == due)])
            : null;

    /// <summary>A count for each status, or for one.</summary>
    public ImmutableArray<TaskCount<TaskStatus>> ByStatus(TaskStatus? only) => Count(only, (task, status) => task.Status == status);

    /// <summary>A count for each state, or for one.</summary>
    public ImmutableArray<TaskCount<DeadlineState>> ByDeadlineState(DeadlineState? only) => Count(only, (task, state) => task.DeadlineState(asOf) == state);

    /// <summary>A count for each kind, or for one; a deadline of several kinds counts in each.</summary>
    public ImmutableArray<TaskCount<DeadlineKind>> ByDeadlineKind(DeadlineKind? only) => Count(only, (task, kind) => task.Deadline.Kinds.Contains(kind));


    private ImmutableArray<TaskCount<T>> Count<T>(T? only, Func<PlanTask, T, bool> counts)
        where T : struct, Enum =>
        [.. (only is { } one ? [one] : Enum.GetValues<T>()).Select(value => new TaskCount<T>(value, tasks.Count(task => counts(task, value))))];
}

/// <summary>How many tasks are of one kind, status or state.</summary>
public readonly record struct TaskCount<T>(T Value, int Count);

/// <summary>A date by which open tasks are due.</summary>
public sealed record NextDeadline(DateOnly Due, ImmutableArray<PlanTask> Tasks);
