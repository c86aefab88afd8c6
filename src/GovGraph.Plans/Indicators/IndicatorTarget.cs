namespace GovGraph.Plans.Indicators;

/// <summary>The value that an indicator has to reach: the text as printed, and what it means.</summary>
public sealed record IndicatorTarget
{
    public required string Text { get; init; }

    public required IndicatorComparator Comparator { get; init; }

    public decimal? Value { get; init; }

    /// <summary>The upper end of a range.</summary>
    public decimal? Maximum { get; init; }
}

/// <summary>How an indicator's value is compared with its target.</summary>
public enum IndicatorComparator
{
    AtLeast,
    Exactly,
    Range,
    Unknown,
}
