using GovGraph.Plans;

namespace GovGraph.Storage.History;

/// <summary>Takes back what has happened to a plan after a moment.</summary>
/// <remarks>
/// Callers' clocks may disagree, so a change may bear an earlier moment than the one before it. A plan stands as it stood before the first
/// change that bears a later moment: that is a state which it really had.
/// </remarks>
internal static class PlanPast
{
    /// <summary>How many of a plan's changes, in their order, had happened by a moment.</summary>
    public static int Happened<T>(IReadOnlyList<T> changes, Func<T, DateTimeOffset> at, DateTimeOffset moment)
    {
        var count = 0;
        while (count < changes.Count && at(changes[count]) <= moment)
        {
            count++;
        }

        return count;
    }

    /// <summary>The plan as it was then; null where it had not been taken in.</summary>
    /// <param name="plan">As it is now, or was after all of the changes.</param>
    /// <param name="changes">All that has happened to it, in its order.</param>
    /// <param name="happened">How many of them had happened by then.</param>
    /// <param name="eventOf">The whole of a change; asked for the first one of each row only.</param>
    public static Plan? Of<T>(Plan plan, IReadOnlyList<T> changes, int happened, Func<T, (string? NodeId, long PlanVersion)> headOf, Func<T, PlanEvent> eventOf)
    {
        if (happened == changes.Count)
        {
            return plan;
        }

        var (firstNode, firstVersion) = headOf(changes[0]);
        if (happened == 0 && firstNode is null)
        {
            return null;
        }

        var back = new Dictionary<string, ITrackedNode>(StringComparer.Ordinal);
        for (var i = happened; i < changes.Count; i++)
        {
            // A row that its print has no more was changed in a life that somebody put together by hand.
            if (headOf(changes[i]).NodeId is { } id && !back.ContainsKey(id) && plan.Tracked(id) is { } node
                && eventOf(changes[i]).Before is { } before && before.GetType() == node.Progress.GetType())
            {
                back.Add(id, node.WithProgress(before));
            }
        }

        return plan.With(back.Values, Math.Min(plan.Version, happened == 0 ? firstVersion - 1 : headOf(changes[happened - 1]).PlanVersion));
    }
}
