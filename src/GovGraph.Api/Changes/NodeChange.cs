using GovGraph.Plans;

namespace GovGraph.Api.Changes;

/// <summary>What became of a change that was asked for: the node right after it, or why it was refused.</summary>
internal sealed record NodeChange<T>(T? Node, MutationError? Error)
    where T : class, ITrackedNode
{
    /// <summary>What there was before.</summary>
    public NodeProgress? Before { get; init; }
}
