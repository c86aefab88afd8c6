using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace GovGraph.Plans.Tasks;

/// <summary>Which status a task can go to from each status.</summary>
internal static class TaskTransitions
{
    private static readonly FrozenDictionary<TaskStatus, ImmutableArray<TaskStatus>> Table =
        new Dictionary<TaskStatus, ImmutableArray<TaskStatus>>
        {
            [TaskStatus.NotStarted] = [TaskStatus.InProgress, TaskStatus.Completed, TaskStatus.Suspended, TaskStatus.Cancelled],
            [TaskStatus.InProgress] = [TaskStatus.Completed, TaskStatus.Suspended, TaskStatus.Cancelled, TaskStatus.NotStarted],
            [TaskStatus.Suspended] = [TaskStatus.InProgress, TaskStatus.Cancelled],
            // Reopened, and taken up again.
            [TaskStatus.Completed] = [TaskStatus.InProgress],
            [TaskStatus.Cancelled] = [TaskStatus.NotStarted],
        }.ToFrozenDictionary();

    public static ImmutableArray<TaskStatus> From(TaskStatus status) => Table[status];

    internal static string Printed(this TaskStatus status) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(status.ToString());
}
