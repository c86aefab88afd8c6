namespace GovGraph.Plans.Indicators;

/// <summary>A figure that was reached in a period.</summary>
public sealed record IndicatorValue
{
    public required Period Period { get; init; }

    public required decimal Value { get; init; }

    public string? Note { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
}
