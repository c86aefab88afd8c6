namespace GovGraph.Plans.Deadlines;

/// <summary>A quarter of the calendar (quý).</summary>
public sealed record CalendarQuarter(int Year, int Quarter)
{
    private const int Months = 3;

    public DateOnly Start => new(Year, (Quarter - 1) * Months + 1, 1);

    public DateOnly End => new(Year, Quarter * Months, DateTime.DaysInMonth(Year, Quarter * Months));

    /// <summary>The quarter that a day lies in.</summary>
    public static CalendarQuarter Of(DateOnly day) => new(day.Year, (day.Month - 1) / Months + 1);
}
