namespace GovGraph.Plans.Deadlines.Grammar;

/// <summary>A day, month, quarter, part of a year or year as printed. The year may be printed elsewhere or not at all.</summary>
/// <param name="Unit">What is printed.</param>
/// <param name="Number">The month, the quarter, or how many months.</param>
/// <param name="Day">The day of the month; 0 for its last day.</param>
/// <param name="Year">The printed year.</param>
internal readonly record struct CalendarPoint(CalendarUnit Unit, int Number, int Day, int? Year)
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    public DeadlineKind Kind => Unit switch
    {
        CalendarUnit.Day => DeadlineKind.FixedDate,
        CalendarUnit.Month => DeadlineKind.Month,
        CalendarUnit.Year => DeadlineKind.Year,
        _ => DeadlineKind.Quarter,
    };

    /// <summary>The first and last day; false if there is no such day, month, quarter or year.</summary>
    public bool TryResolve(int otherYear, out CalendarPeriod period)
    {
        period = default;
        var year = Year ?? otherYear;
        if (year is < FirstYear or > LastYear)
        {
            return false;
        }

        switch (Unit)
        {
            case CalendarUnit.Day when Number is >= 1 and <= 12 && Day <= DateTime.DaysInMonth(year, Number):
                var day = new DateOnly(year, Number, Day == 0 ? DateTime.DaysInMonth(year, Number) : Day);
                period = new CalendarPeriod(day, day);
                return true;
            case CalendarUnit.Month when Number is >= 1 and <= 12:
                period = Months(year, Number, 1);
                return true;
            case CalendarUnit.Quarter when Number is >= 1 and <= 4:
                period = Months(year, (3 * Number) - 2, 3);
                return true;
            case CalendarUnit.FirstMonths when Number is >= 1 and <= 12:
                period = Months(year, 1, Number);
                return true;
            case CalendarUnit.LastMonths when Number is >= 1 and <= 12:
                period = Months(year, 13 - Number, Number);
                return true;
            case CalendarUnit.Year:
                period = Months(year, 1, 12);
                return true;
            default:
                return false;
        }
    }

    private static CalendarPeriod Months(int year, int month, int count)
    {
        var start = new DateOnly(year, month, 1);
        return new CalendarPeriod(start, start.AddMonths(count).AddDays(-1));
    }
}

/// <summary>What a calendar point counts.</summary>
internal enum CalendarUnit
{
    Day,
    Month,
    Quarter,

    /// <summary><c>6 tháng đầu năm</c>.</summary>
    FirstMonths,

    /// <summary><c>6 tháng cuối năm</c>.</summary>
    LastMonths,
    Year,
}

/// <summary>First and last day of a printed period.</summary>
internal readonly record struct CalendarPeriod(DateOnly Start, DateOnly End)
{
    public bool IsFollowedBy(CalendarPeriod next) => End.DayNumber + 1 == next.Start.DayNumber;
}
