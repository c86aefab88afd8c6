using GovGraph.Storage.Memory;

namespace GovGraph.Storage.Files;

/// <summary>What readers see: all plans, and the number of the last change in them.</summary>
internal sealed record StoreState(PlanSet Plans, long Sequence);
