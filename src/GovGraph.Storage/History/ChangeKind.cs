using GovGraph.Plans.Tasks;

namespace GovGraph.Storage.History;

/// <summary>What kind of change something was.</summary>
public enum ChangeKind
{
    /// <summary>A plan was taken in, or got another print.</summary>
    PlanAdded,
    StatusChanged,
    EvidenceAdded,

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
            : ChangeKind.TaskChanged,
        _ => ChangeKind.IndicatorChanged,
    };
}
