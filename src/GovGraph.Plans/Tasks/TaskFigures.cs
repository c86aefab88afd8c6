using GovGraph.Plans.Deadlines;

namespace GovGraph.Plans.Tasks;

/// <summary>How many tasks stand how on a day, and what follows from that.</summary>
public abstract class TaskFigures
{
    public abstract int Total { get; }

    /// <summary>The share of completed tasks among those that are not cancelled; null where there are none.</summary>
    public double? Progress => Total - Count(TaskStatus.Cancelled) is > 0 and var wanted ? (double)Count(TaskStatus.Completed) / wanted : null;

    /// <summary>The first date from the day on by which open tasks are due.</summary>
    public abstract DateOnly? NextDue { get; }

    public abstract int Count(TaskStatus status);

    public abstract int Count(DeadlineState state);
}
