using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;

namespace GovGraph.Storage;

/// <summary>Several changes, judged one after the other, each on what those before it leave. Nothing is written.</summary>
/// <param name="planOf">A plan as it is now; null where there is none of that id.</param>
public sealed class ChangeSeries(Func<string, Plan?> planOf)
{
    private readonly Dictionary<string, Plan> changed = new(StringComparer.Ordinal);

    /// <summary>Those that were not refused: the task before and after, each in its plan as it then stands.</summary>
    public List<(AskedChange Asked, PlanTask Before, PlanTask After)> Made { get; } = [];

    public Change<PlanTask> Judge(AskedChange asked)
    {
        var plan = changed.TryGetValue(asked.PlanId, out var known) ? known : planOf(asked.PlanId);
        if (plan?.Task(asked.TaskId) is not { } before)
        {
            return new TaskNotFound(asked.TaskId);
        }

        if (asked.ExpectedVersion is { } expected && expected != before.Version)
        {
            return new VersionConflict(expected, before.Version);
        }

        var made = asked.Make(before);
        if (made.IsRefused)
        {
            return made;
        }

        // Taken over through its progress, so that nothing else of it can change what the history would not tell.
        var progress = made.Value.Progress;
        if (made.Value.Id != asked.TaskId || progress.Version != before.Version + 1)
        {
            throw new ArgumentException($"A change of {asked.TaskId} must give the same task with version {before.Version + 1}.", nameof(asked));
        }

        var next = plan.With(before.WithProgress(progress));
        changed[asked.PlanId] = next;
        var after = next.Task(asked.TaskId)!;
        Made.Add((asked, before, after));
        return after;
    }

    /// <summary>What becomes of all where all or none happen: with one that is refused, none of the others is made either.</summary>
    public static ImmutableArray<Change<PlanTask>> AllOrNone(ImmutableArray<Change<PlanTask>> outcomes) =>
        outcomes.All(outcome => !outcome.IsRefused) ? outcomes : [.. outcomes.Select(outcome => outcome.IsRefused ? outcome : new NotApplied())];
}
