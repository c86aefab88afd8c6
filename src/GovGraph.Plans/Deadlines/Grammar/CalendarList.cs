using GovGraph.Plans.Text;

namespace GovGraph.Plans.Deadlines.Grammar;

/// <summary>Reads several points of the calendar, of which the last may print the year of all: <c>Quý II, III năm 2022</c>.</summary>
internal static class CalendarList
{
    public static bool TryRead(ref Cursor cursor, int planYear, out List<CalendarItem> items)
    {
        items = [];
        var start = cursor.Position;
        if (!CalendarForms.TryPoint(ref cursor, out var point))
        {
            return false;
        }

        List<(CalendarPoint Point, string? Name)> points = [(point, cursor.TextSince(start))];
        for (var ahead = cursor; ahead.TakeAny(",", "và", "+", "&", "hoặc"); ahead = cursor)
        {
            start = ahead.Position;
            var isNamed = ahead.StartsWithWord;
            if (!CalendarForms.TryNextPoint(ref ahead, points[^1].Point.Unit, out point))
            {
                break;
            }

            points.Add((point, isNamed ? ahead.TextSince(start) : null));
            cursor = ahead;
        }

        var year = points[^1].Point.Year ?? planYear;
        for (var i = points.Count - 1; i >= 0; i--)
        {
            year = points[i].Point.Year ?? year;
            if (!points[i].Point.TryResolve(year, out var period))
            {
                return false;
            }

            items.Insert(0, new CalendarItem(points[i].Point, period, points[i].Name));
        }

        return true;
    }
}

/// <summary>A point of the calendar with its first and last day, and the text that names it, if it has more than a number.</summary>
internal readonly record struct CalendarItem(CalendarPoint Point, CalendarPeriod Period, string? Name);
