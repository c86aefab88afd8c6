using GovGraph.Plans.Text;

namespace GovGraph.Plans.Deadlines.Grammar;

/// <summary>Reads one point of the calendar: <c>ngày 05/9/2024</c>, <c>tháng 4 năm 2024</c>, <c>quý IV</c>, <c>6 tháng đầu năm</c>.</summary>
internal static class CalendarForms
{
    private static readonly string[] RomanQuarters = ["i", "ii", "iii", "iv"];

    public static bool TryPoint(ref Cursor cursor, out CalendarPoint point) =>
        TryDay(ref cursor, out point)
        || TryMonth(ref cursor, out point)
        || TryQuarter(ref cursor, out point)
        || TryPartOfYear(ref cursor, out point)
        || TryYear(ref cursor, out point);

    /// <summary>Reads the next point of a list, which may leave out the word of the first: <c>tháng 2, 5, 8</c>.</summary>
    public static bool TryNextPoint(ref Cursor cursor, CalendarUnit unit, out CalendarPoint point)
    {
        if (TryPoint(ref cursor, out point))
        {
            return true;
        }

        var ahead = cursor;
        if (unit is not (CalendarUnit.Month or CalendarUnit.Quarter) || !TryNumber(ref ahead, unit, out var number))
        {
            return false;
        }

        point = new CalendarPoint(unit, number, 0, TakeYear(ref ahead));
        cursor = ahead;
        return true;
    }

    /// <summary>Takes an hour of the day, which the day must follow: <c>17 giờ ngày</c>, <c>10h00 ngày</c>.</summary>
    public static bool TakeHour(ref Cursor cursor)
    {
        var ahead = cursor;
        if (!ahead.TakeNumber(1, 2, out var hour) || hour > 24 || !ahead.TakeAny("giờ", "h", "g"))
        {
            return false;
        }

        ahead.TakeNumber(1, 2, out _);
        ahead.TakeAny("phút", "p");
        ahead.Take(",");
        var found = ahead.StartsWith("ngày");
        cursor = found ? ahead : cursor;
        return found;
    }

    public static bool TryDay(ref Cursor cursor, out CalendarPoint point)
    {
        point = default;
        var ahead = cursor;
        var named = ahead.Take("ngày");
        if (named && ahead.TakeAny("cuối cùng của tháng", "cuối cùng tháng", "cuối của tháng", "cuối tháng")
            && ahead.TakeNumber(1, 2, out var monthOfLast))
        {
            point = new CalendarPoint(CalendarUnit.Day, monthOfLast, 0, TakeYear(ref ahead));
            cursor = ahead;
            return true;
        }

        if (!ahead.TakeNumber(1, 2, out var day) || day == 0)
        {
            return false;
        }

        if (ahead.TakeAny("tháng", "của tháng") && ahead.TakeNumber(1, 2, out var month))
        {
            point = new CalendarPoint(CalendarUnit.Day, month, day, TakeYear(ref ahead));
            cursor = ahead;
            return true;
        }

        return TryDayInFigures(cursor, ahead, day, named, out point, out cursor);
    }

    // 05/9/2024, 31-12-2025, 15.6.2025, and without the year 15/6; "15-6" alone is as likely a range.
    private static bool TryDayInFigures(Cursor start, Cursor ahead, int day, bool named, out CalendarPoint point, out Cursor cursor)
    {
        point = default;
        cursor = start;
        var separator = ahead.AtEnd ? "" : ahead.TakeToken().Value;
        if (separator is not ("/" or "-" or ".") || !ahead.TakeNumber(1, 2, out var month))
        {
            return false;
        }

        var afterMonth = ahead;
        if (ahead.Take(separator) && (ahead.TakeNumber(4, 4, out var year) || ahead.TakeNumber(2, 2, out year)))
        {
            point = new CalendarPoint(CalendarUnit.Day, month, day, year < 100 ? 2000 + year : year);
        }
        else if (separator == "/" || named)
        {
            ahead = afterMonth;
            point = new CalendarPoint(CalendarUnit.Day, month, day, ahead.Take("năm") && ahead.TakeNumber(4, 4, out year) ? year : null);
            if (point.Year is null)
            {
                ahead = afterMonth;
            }
        }
        else
        {
            return false;
        }

        cursor = ahead;
        return true;
    }

    private static bool TryMonth(ref Cursor cursor, out CalendarPoint point)
    {
        point = default;
        var ahead = cursor;
        if (ahead.Take("tháng") && ahead.TakeNumber(1, 2, out var month))
        {
            point = new CalendarPoint(CalendarUnit.Month, month, 0, TakeYear(ref ahead));
            cursor = ahead;
            return true;
        }

        ahead = cursor;
        if (ahead.TakeNumber(1, 2, out month) && ahead.Take("/") && ahead.TakeNumber(4, 4, out var year))
        {
            point = new CalendarPoint(CalendarUnit.Month, month, 0, year);
            cursor = ahead;
            return true;
        }

        return false;
    }

    private static bool TryQuarter(ref Cursor cursor, out CalendarPoint point)
    {
        point = default;
        var ahead = cursor;
        if (!ahead.TakeAny("quý", "quí", "qúy") || !TryNumber(ref ahead, CalendarUnit.Quarter, out var quarter))
        {
            return false;
        }

        point = new CalendarPoint(CalendarUnit.Quarter, quarter, 0, TakeYear(ref ahead));
        cursor = ahead;
        return true;
    }

    private static bool TryPartOfYear(ref Cursor cursor, out CalendarPoint point)
    {
        point = default;
        var ahead = cursor;
        if (!ahead.TakeNumber(1, 2, out var months) || !ahead.Take("tháng"))
        {
            return false;
        }

        CalendarUnit unit;
        if (ahead.Take("đầu năm"))
        {
            unit = CalendarUnit.FirstMonths;
        }
        else if (ahead.Take("cuối năm"))
        {
            unit = CalendarUnit.LastMonths;
        }
        else
        {
            return false;
        }

        point = new CalendarPoint(unit, months, 0, TakeYear(ref ahead));
        cursor = ahead;
        return true;
    }

    private static bool TryYear(ref Cursor cursor, out CalendarPoint point)
    {
        var ahead = cursor;
        ahead.Take("năm");
        var found = ahead.TakeNumber(4, 4, out var year);
        point = new CalendarPoint(CalendarUnit.Year, 0, 0, year);
        if (found)
        {
            cursor = ahead;
        }

        return found;
    }

    private static bool TryNumber(ref Cursor cursor, CalendarUnit unit, out int number)
    {
        if (unit == CalendarUnit.Quarter)
        {
            for (number = RomanQuarters.Length; number >= 1; number--)
            {
                if (cursor.Take(RomanQuarters[number - 1]))
                {
                    return true;
                }
            }
        }

        return cursor.TakeNumber(1, 2, out number);
    }

    /// <summary>Takes <c>/2024</c>, <c>năm 2024</c>, <c>, năm 2024</c> or <c>2024</c> after a day, month or quarter.</summary>
    private static int? TakeYear(ref Cursor cursor)
    {
        var ahead = cursor;
        if (!ahead.TakeAny("/", "-", ".", "năm"))
        {
            ahead.Take(", năm");
        }

        if (!ahead.TakeNumber(4, 4, out var year))
        {
            return null;
        }

        cursor = ahead;
        return year;
    }
}
