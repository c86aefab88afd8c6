using System.Collections.Immutable;

namespace GovGraph.Plans.Indicators;

/// <summary>What has been recorded of an indicator since its plan was issued, apart from the print.</summary>
public sealed record IndicatorProgress : NodeProgress
{
    /// <summary>One a period: by its last day, of those with the same one the longest last.</summary>
    public ImmutableArray<IndicatorValue> Values { get; init; } = [];

    private protected override bool IsBlank => Values.IsEmpty;
}
