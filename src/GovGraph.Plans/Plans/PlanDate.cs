namespace GovGraph.Plans;

/// <summary>The date of a plan as printed; a day, month or year that is not printed is null.</summary>
public sealed class PlanDate
{
    public required string Text { get; init; }

    public int? Year { get; init; }

    public int? Month { get; init; }

    public int? Day { get; init; }

    /// <summary>The whole date, if day, month and year are printed.</summary>
    public DateOnly? Date => (Year, Month, Day) is ({ } year, { } month, { } day) ? new DateOnly(year, month, day) : null;

    /// <summary>The first day that it can mean; null if no year is printed.</summary>
    public DateOnly? FirstDay => Year is { } year ? new DateOnly(year, Month ?? 1, Day ?? 1) : null;
}
