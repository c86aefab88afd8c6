namespace GovGraph.Plans.Calendar;

/// <summary>The days from one to another, both included.</summary>
public readonly record struct DateRange(DateOnly From, DateOnly To)
{
    /// <summary>The day of this number, or the nearest that the calendar has.</summary>
    internal static DateOnly Clamp(int dayNumber) => DateOnly.FromDayNumber(Math.Clamp(dayNumber, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
