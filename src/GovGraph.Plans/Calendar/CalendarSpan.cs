using System.Globalization;
using System.Text.RegularExpressions;

namespace GovGraph.Plans.Calendar;

/// <summary>A span of the calendar, forward or back: the date part of an ISO 8601 duration.</summary>
public readonly partial record struct CalendarSpan
{
    private const int MostMonths = 1200;
    private const int MostDays = 36525;

    private CalendarSpan(int months, int days) => (Months, Days) = (months, days);

    public int Months { get; }

    public int Days { get; }

    /// <summary><c>P30D</c>, <c>P1Y2M</c>, <c>-P2W</c>; false for anything else, and for more than a hundred years.</summary>
    public static bool TryParse(string? text, out CalendarSpan span)
    {
        span = default;
        if (Form().Match(text ?? "") is not { Success: true } match)
        {
            return false;
        }

        var (months, days) = ((12 * Number("years")) + Number("months"), (7 * Number("weeks")) + Number("days"));
        var sign = match.Groups["sign"].Length == 0 ? 1 : -1;
        span = new(sign * months, sign * days);
        return months <= MostMonths && days <= MostDays;

        int Number(string name) => match.Groups[name].Success ? int.Parse(match.Groups[name].Value, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>The days from one day to the end of the span, or from its start up to that day; both included.</summary>
    public DateRange From(DateOnly day)
    {
        var months = (12 * day.Year) + day.Month - 1 + Months;
        var end = months < 12 ? DateOnly.MinValue
            : months >= 12 * (DateOnly.MaxValue.Year + 1) ? DateOnly.MaxValue
            : DateRange.Clamp(day.AddMonths(Months).DayNumber + Days);
        return end < day ? new(end, day) : new(day, end);
    }

    [GeneratedRegex("^(?<sign>-?)P(?=[0-9])(?:(?<years>[0-9]{1,6})Y)?(?:(?<months>[0-9]{1,6})M)?(?:(?<weeks>[0-9]{1,6})W)?(?:(?<days>[0-9]{1,6})D)?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
