using GovGraph.Plans;
using GovGraph.Plans.Tasks;

namespace GovGraph.Storage;

/// <summary>A change of a task or an indicator, judged on its plan. Nothing is written.</summary>
/// <param name="Outcome">The node, in its plan as that then stands; or why it is not changed.</param>
/// <param name="Before">The node as it was; null where it is not changed.</param>
public readonly record struct JudgedChange<T>(Change<T> Outcome, T? Before)
    where T : class, ITrackedNode;

/// <summary>Judges changes, in one way for every store.</summary>
public static class JudgedChange
{
    /// <param name="plan">The node's, as it stands; null where there is none.</param>
    /// <param name="nodeId">Of the task or the indicator.</param>
    /// <param name="notFound">Why nothing is changed where the plan has no such node.</param>
    /// <param name="expectedVersion">The version that the caller has seen; null for any.</param>
    /// <param name="change">What the node becomes.</param>
    public static JudgedChange<T> Of<T>(Plan? plan, string nodeId, Refusal notFound, long? expectedVersion, Func<T, Change<T>> change)
        where T : class, ITrackedNode
    {
        if (plan?.Tracked(nodeId) is not T before)
        {
            return new(notFound, null);
        }

        var version = before.Progress.Version;
        if (expectedVersion is { } expected && expected != version)
        {
            return new(new VersionConflict(expected, version), null);
        }

        var changed = change(before);
        if (changed.IsRefused)
        {
            return new(changed, null);
        }

        // Taken over through its progress, so that nothing else of it can change what the history would not tell.
        var progress = changed.Value.Progress;
        return changed.Value.Id == nodeId && progress.Version == version + 1
            ? new((T)plan.With(before.WithProgress(progress)).Tracked(nodeId)!, before)
            : throw new ArgumentException($"A change of {nodeId} must give the same node with version {version + 1}.", nameof(change));
    }
}
