using GovGraph.Plans.Tasks;

namespace GovGraph.Plans.Indicators;

/// <summary>No plan has an indicator of that id.</summary>
public sealed record IndicatorNotFound(string Id)
    : Refusal($"There is no indicator {Id}.", $"Không có chỉ tiêu {Id}.");
