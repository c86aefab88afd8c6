using System.Collections.Immutable;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;

namespace GovGraph.Plans.Comparison;

/// <summary>A task of two plans, and what has changed in it. What the source of either has lost is no change: it can't be told.</summary>
public sealed record ComparedTask : Compared<PlanTask>
{
    internal ComparedTask(PlanTask? before, PlanTask? after, MatchedBy? matchedBy = null, double? similarity = null)
        : base(before, after, matchedBy, similarity)
    {
        if (before is not null && after is not null)
        {
            Changes = [.. Enum.GetValues<TaskChange>().Where(change => IsChanged(change, before, after, matchedBy))];
            NewLeadUnits = LeadsWithout(after, before);
            DroppedLeadUnits = LeadsWithout(before, after);
        }
    }

    public ImmutableArray<TaskChange> Changes { get; } = [];

    /// <summary>Units that lead it now and did not before.</summary>
    public ImmutableArray<Unit> NewLeadUnits { get; } = [];

    /// <summary>Units that led it before and don't now.</summary>
    public ImmutableArray<Unit> DroppedLeadUnits { get; } = [];

    protected override bool HasChanged => !Changes.IsEmpty;

    private static bool IsChanged(TaskChange change, PlanTask before, PlanTask after, MatchedBy? matchedBy) => change switch
    {
        TaskChange.Title => matchedBy == Comparison.MatchedBy.SimilarTitle,
        TaskChange.LeadUnits => !IsLost("lead", before, after) && (!LeadsWithout(after, before).IsEmpty || !LeadsWithout(before, after).IsEmpty),
        TaskChange.DeadlineText => !IsLost("deadline", before, after) && TitleWords.KeyOf(before.Deadline.Text) != TitleWords.KeyOf(after.Deadline.Text),
        _ => !IsLost("deadline", before, after) && DeadlineMeaning.Of(before) != DeadlineMeaning.Of(after),
    };

    private static bool IsLost(string field, params ReadOnlySpan<PlanTask> tasks)
    {
        foreach (var task in tasks)
        {
            if (task.Damage.Any(damage => damage.Field == field && damage.Kind == DamageKind.Lost))
            {
                return true;
            }
        }

        return false;
    }

    // Units of two bodies are the same where they share a name.
    private static ImmutableArray<Unit> LeadsWithout(PlanTask task, PlanTask other) =>
    [
        .. task.Units(UnitRole.Lead).Where(unit => !other.Units(UnitRole.Lead).Any(known => known.Id == unit.Id || known.Keys.Intersect(unit.Keys).Any())),
    ];
}

/// <summary>What has changed in a task.</summary>
public enum TaskChange
{
    Title,
    LeadUnits,

    /// <summary>What is printed.</summary>
    DeadlineText,

    /// <summary>What it means, seen from the year of its plan.</summary>
    Deadline,
}
