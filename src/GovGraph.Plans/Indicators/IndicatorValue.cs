namespace GovGraph.Plans.Indicators;

/// <summary>A figure that was reached in a period.</summary>
public sealed record IndicatorValue
{
    public const int MostWholeDigits = 12;
    public const int MostDecimals = 6;

    private const decimal Limit = 1_000_000_000_000;

    public required Period Period { get; init; }

    public required decimal Value { get; init; }

    public string? Note { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Whether a number has so few digits that it is a figure, and that all that is worked out of it has a value.</summary>
    public static bool CanBe(decimal value) => Math.Abs(value) < Limit && decimal.Round(value, MostDecimals) == value;
}
