using System.Collections.Immutable;

namespace GovGraph.Plans.Deadlines;

/// <summary>A rhythm: twice a month, every quarter, periodically without a printed period.</summary>
public sealed record Recurrence
{
    public required RecurrencePeriod Period { get; init; }

    /// <summary>How often in a year; null if the period is not printed.</summary>
    public int? TimesPerYear { get; init; }

    /// <summary>The reporting periods that the text names, as printed: <c>Quý I</c>, <c>6 tháng</c>.</summary>
    public ImmutableArray<string> Named { get; init; } = [];

    public bool Equals(Recurrence? other) =>
        other is not null && Period == other.Period && TimesPerYear == other.TimesPerYear && Named.SequenceEqual(other.Named);

    public override int GetHashCode() => HashCode.Combine(Period, TimesPerYear, Named.Length);
}

/// <summary>The period of a rhythm.</summary>
public enum RecurrencePeriod
{
    Day,
    Week,
    Month,
    Quarter,
    HalfYear,
    Year,
    Unspecified,
}
