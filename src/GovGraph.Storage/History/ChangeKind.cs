using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Tasks;

namespace GovGraph.Storage.History;

/// <summary>What kind of change something was.</summary>
public enum ChangeKind
{
    /// <summary>A plan was taken in, or got another print.</summary>
    PlanAdded,
    StatusChanged,
    EvidenceAdded,
    EvidenceReviewed,
    EvidenceWithdrawn,
    ExtensionRequested,
    ExtensionDecided,
    NoteAdded,

    /// <summary>Anything else of a task.</summary>
    TaskChanged,
    IndicatorChanged,
}

/// <summary>Tells the kind of what has happened.</summary>
internal static class ChangeKinds
{
    public static ChangeKind Of(PlanEvent item) => item switch
    {
        { NodeId: null } => ChangeKind.PlanAdded,
        { Before: TaskProgress before, After: TaskProgress after } =>
            before.Status != after.Status ? ChangeKind.StatusChanged
            : before.Evidence.Length < after.Evidence.Length ? ChangeKind.EvidenceAdded
            : before.Evidence.Sum(Reviews) < after.Evidence.Sum(Reviews) ? ChangeKind.EvidenceReviewed
            : before.Evidence.Count(IsWithdrawn) < after.Evidence.Count(IsWithdrawn) ? ChangeKind.EvidenceWithdrawn
            : before.Extensions.Length < after.Extensions.Length ? ChangeKind.ExtensionRequested
            : before.Extensions.Count(IsDecided) < after.Extensions.Count(IsDecided) ? ChangeKind.ExtensionDecided
            : before.Notes.Length < after.Notes.Length ? ChangeKind.NoteAdded
            : ChangeKind.TaskChanged,
        _ => ChangeKind.IndicatorChanged,
    };

    private static int Reviews(EvidenceItem item) => item.Reviews.Length;

    private static bool IsDecided(DeadlineExtension item) => item.Decision is not null;

    private static bool IsWithdrawn(EvidenceItem item) => item.State == EvidenceState.Withdrawn;
}
