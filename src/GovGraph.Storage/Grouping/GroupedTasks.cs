using System.Collections.Immutable;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Tasks;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Grouping;

/// <summary>Tasks with one key, counted.</summary>
public sealed class GroupedTasks
{
    public required GroupedTasksKey Key { get; init; }

    public required int Count { get; init; }

    /// <summary>What the tasks' own amounts make, in whole đồng.</summary>
    public required long BudgetTotal { get; init; }

    /// <summary>How many have each status, in the order of the statuses.</summary>
    public required ImmutableArray<int> Statuses { get; init; }

    /// <summary>How many are in each state on the day asked for, in the order of the states.</summary>
    public required ImmutableArray<int> DeadlineStates { get; init; }

    /// <summary>The share of completed tasks among those that are not cancelled; null where there are none.</summary>
    public double? Progress => Count - Of(TaskStatus.Cancelled) is > 0 and var wanted ? (double)Of(TaskStatus.Completed) / wanted : null;

    public int Of(TaskStatus status) => Statuses[(int)status];

    public int Of(DeadlineState state) => DeadlineStates[(int)state];

    /// <summary>A count for each status, or for one.</summary>
    public ImmutableArray<TaskCount<TaskStatus>> ByStatus(TaskStatus? only) => Counts(only, Of);

    /// <summary>A count for each state, or for one.</summary>
    public ImmutableArray<TaskCount<DeadlineState>> ByDeadlineState(DeadlineState? only) => Counts(only, Of);

    private static ImmutableArray<TaskCount<T>> Counts<T>(T? only, Func<T, int> count)
        where T : struct, Enum =>
        [.. (only is { } one ? [one] : Enum.GetValues<T>()).Select(value => new TaskCount<T>(value, count(value)))];
}
