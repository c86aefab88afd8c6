using GovGraph.Plans;

namespace GovGraph.Api.Changes;

/// <summary>What became of a change that was asked for: the node right after it, or why it was refused.</summary>
internal sealed record NodeChange<T>(T? Node, MutationError? Error)
    where T : class, ITrackedNode
{
    /// <summary>What there was before.</summary>
    public NodeProgress? Before { get; init; }

    /// <summary>The answer.</summary>
    /// <param name="itemOf">Finds what the change was about.</param>
    public NodePayload<T, TItem> ToPayload<TItem>(Func<T, TItem> itemOf)
        where TItem : class => Error is null ? new(Node, itemOf(Node!), null) : new(null, null, [Error]);
}
