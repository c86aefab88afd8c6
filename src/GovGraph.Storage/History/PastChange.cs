using GovGraph.Plans;

namespace GovGraph.Storage.History;

/// <summary>Something that has happened.</summary>
/// <param name="Event">What it was.</param>
/// <param name="Plan">The plan as it stood right after it.</param>
public sealed record PastChange(PlanEvent Event, Plan Plan);
