namespace GovGraph.Plans.Deadlines;

/// <summary>A rhythm: twice a month, every quarter, periodically without a printed period.</summary>
public sealed record Recurrence
{
    /// <summary>As printed.</summary>
    public required string Text { get; init; }

    public required RecurrencePeriod Period { get; init; }

    /// <summary>How often in each period: 2 for <c>02 lần/tháng</c>.</summary>
    public int Times { get; init; } = 1;

    /// <summary>How often in a year; null if the period is not printed.</summary>
    public int? TimesPerYear { get; init; }
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
