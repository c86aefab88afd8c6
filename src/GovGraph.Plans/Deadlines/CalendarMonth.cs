namespace GovGraph.Plans.Deadlines;

/// <summary>A month of the calendar (tháng).</summary>
public sealed record CalendarMonth(int Year, int Month)
{
    public DateOnly Start => new(Year, Month, 1);

    public DateOnly End => new(Year, Month, DateTime.DaysInMonth(Year, Month));

    /// <summary>The month that a day lies in.</summary>
    public static CalendarMonth Of(DateOnly day) => new(day.Year, day.Month);
}
