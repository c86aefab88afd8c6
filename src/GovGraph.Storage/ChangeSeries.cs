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
        var (outcome, before) = JudgedChange.Of(plan, asked.TaskId, new TaskNotFound(asked.TaskId), asked.ExpectedVersion, asked.Make);
        if (before is not null)
        {
            var after = outcome.Value!;
            changed[asked.PlanId] = after.Plan;
            Made.Add((asked, before, after));
        }

        return outcome;
    }

    /// <summary>What becomes of all where all or none happen: with one that is refused, none of the others is made either.</summary>
    public static ImmutableArray<Change<PlanTask>> AllOrNone(ImmutableArray<Change<PlanTask>> outcomes) =>
        outcomes.All(outcome => !outcome.IsRefused) ? outcomes : [.. outcomes.Select(outcome => outcome.IsRefused ? outcome : new NotApplied())];
}
