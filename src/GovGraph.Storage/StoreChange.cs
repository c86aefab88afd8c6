using GovGraph.Plans;

namespace GovGraph.Storage;

/// <summary>Something that has happened: a plan was taken in, or a task or an indicator of it was changed.</summary>
/// <param name="Sequence">Grows by one with every change of the store.</param>
/// <param name="Record">Who, when and why.</param>
/// <param name="Plan">The plan as it is after the change.</param>
public sealed record StoreChange(long Sequence, ChangeRecord Record, Plan Plan)
{
    /// <summary>The task or the indicator before the change; null where a plan was taken in.</summary>
    public ITrackedNode? Before { get; init; }

    public ITrackedNode? After { get; init; }
}
