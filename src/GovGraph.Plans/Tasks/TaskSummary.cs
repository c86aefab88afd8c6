using System.Collections.Immutable;
using GovGraph.Plans.Deadlines;

namespace GovGraph.Plans.Tasks;

/// <summary>Where the tasks of a plan, or of a part of it, stand on a day.</summary>
public sealed class TaskSummary(ImmutableArray<PlanTask> tasks, DateOnly asOf) : TaskFigures
{
    private static readonly TaskStatus[] Statuses = Enum.GetValues<TaskStatus>();
    private static readonly DeadlineState[] States = Enum.GetValues<DeadlineState>();

    // Statuses before states, counted when one of them is asked for.
    private int[]? counts;
    private int? missing;

    public DateOnly AsOf => asOf;

    public override int Total => tasks.Length;

    /// <summary>The first date from the day on by which open tasks are due.</summary>
    public NextDeadline? NextDeadline =>
        NextDue is { } due ? new(due, [.. tasks.Where(task => task.IsOpen && task.CurrentDeadline.NextDue(asOf) == due)]) : null;

    /// <summary>The date of it alone.</summary>
    public override DateOnly? NextDue
    {
        get
        {
            DateOnly? next = null;
            foreach (var task in tasks)
            {
                next = task.IsOpen && task.CurrentDeadline.NextDue(asOf) is { } due && !(due >= next) ? due : next;
            }

            return next;
        }
    }

    public override int Count(TaskStatus status) => (counts ??= CountAll())[(int)status];

    public override int Count(DeadlineState state) => (counts ??= CountAll())[Statuses.Length + (int)state];

    /// <summary>How many occurrences of recurring duties were due before the day and not done by it.</summary>
    public int MissingOccurrences => missing ??= tasks.Sum(task => task.MissingOccurrences(asOf));

    /// <summary>A count for each status, or for one.</summary>
    public ImmutableArray<TaskCount<TaskStatus>> ByStatus(TaskStatus? only) =>
        [.. (only is { } one ? [one] : Statuses).Select(status => new TaskCount<TaskStatus>(status, Count(status)))];

    /// <summary>A count for each state, or for one.</summary>
    public ImmutableArray<TaskCount<DeadlineState>> ByDeadlineState(DeadlineState? only) =>
        [.. (only is { } one ? [one] : States).Select(state => new TaskCount<DeadlineState>(state, Count(state)))];

    /// <summary>A count for each kind, or for one; a deadline of several kinds counts in each.</summary>
    public ImmutableArray<TaskCount<DeadlineKind>> ByDeadlineKind(DeadlineKind? only) =>
        [.. (only is { } one ? [one] : Enum.GetValues<DeadlineKind>())
            .Select(kind => new TaskCount<DeadlineKind>(kind, tasks.Count(task => task.Deadline.Kinds.Contains(kind))))];

    private int[] CountAll()
    {
        var all = new int[Statuses.Length + States.Length];
        foreach (var task in tasks)
        {
            all[(int)task.Status]++;
            all[Statuses.Length + (int)task.DeadlineState(asOf)]++;
        }

        return all;
    }
}

/// <summary>How many tasks are of one kind, status or state.</summary>
public readonly record struct TaskCount<T>(T Value, int Count);

/// <summary>A date by which open tasks are due.</summary>
public sealed record NextDeadline(DateOnly Due, ImmutableArray<PlanTask> Tasks);
