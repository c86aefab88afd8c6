namespace GovGraph.Plans.Calendar;

/// <summary>A day, week, month, quarter or year, told from a day. Weeks begin on Monday.</summary>
public enum RelativePeriod
{
    Today,
    ThisWeek,
    NextWeek,
    LastWeek,
    ThisMonth,
    NextMonth,
    LastMonth,
    ThisQuarter,
    NextQuarter,
    LastQuarter,
    ThisYear,
    NextYear,
    LastYear,
}

/// <summary>The days of such periods.</summary>
public static class RelativePeriods
{
    private const int Month = 1;
    private const int Quarter = 3;
    private const int Year = 12;

    /// <summary>The period as it is on a day.</summary>
    public static DateRange On(this RelativePeriod period, DateOnly day) => period switch
    {
        RelativePeriod.Today => new(day, day),
        RelativePeriod.ThisWeek => Week(day, 0),
        RelativePeriod.NextWeek => Week(day, 1),
        RelativePeriod.LastWeek => Week(day, -1),
        RelativePeriod.ThisMonth => Months(day, Month, 0),
        RelativePeriod.NextMonth => Months(day, Month, 1),
        RelativePeriod.LastMonth => Months(day, Month, -1),
        RelativePeriod.ThisQuarter => Months(day, Quarter, 0),
        RelativePeriod.NextQuarter => Months(day, Quarter, 1),
        RelativePeriod.LastQuarter => Months(day, Quarter, -1),
        RelativePeriod.ThisYear => Months(day, Year, 0),
        RelativePeriod.NextYear => Months(day, Year, 1),
        _ => Months(day, Year, -1),
    };

    private static DateRange Week(DateOnly day, int weeks)
    {
        var monday = day.DayNumber - (((int)day.DayOfWeek + 6) % 7) + (7 * weeks);
        return new(DateRange.Clamp(monday), DateRange.Clamp(monday + 6));
    }

    private static DateRange Months(DateOnly day, int length, int periods)
    {
        var first = (((12 * day.Year) + day.Month - 1) / length + periods) * length;
        return new(DateRange.Clamp(FirstDay(first)), DateRange.Clamp(FirstDay(first + length) - 1));
    }

    /// <summary>The number of the first day of a month, counted from the year 0; one outside the calendar lies beyond its end.</summary>
    private static int FirstDay(int month) =>
        month < 12 ? -1
        : month >= 12 * (DateOnly.MaxValue.Year + 1) ? DateOnly.MaxValue.DayNumber + 1
        : new DateOnly(month / 12, (month % 12) + 1, 1).DayNumber;
}
