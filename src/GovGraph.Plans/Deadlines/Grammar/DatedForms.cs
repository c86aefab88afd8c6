using GovGraph.Plans.Text;

namespace GovGraph.Plans.Deadlines.Grammar;

/// <summary>Reads days and periods in or by which something is due: <c>05/02/2024</c>, <c>Trong quý I</c>, <c>Từ 01/3 đến 30/6/2025</c>.</summary>
internal static class DatedForms
{
    public static bool TryRead(ref Cursor cursor, DeadlineReading reading)
    {
        var ahead = cursor;
        ahead.TakeAny("trong", "vào", "trong khoảng", "giai đoạn");
        if (TryRange(ref ahead, reading) || TryListed(ref ahead, reading) || TryThisYear(ref ahead, cursor, reading) || TryEnd(ref ahead, reading))
        {
            ahead.TakeAny("hàng năm", "hằng năm");
            cursor = ahead;
            return true;
        }

        return false;
    }

    private static bool TryRange(ref Cursor cursor, DeadlineReading reading)
    {
        var ahead = cursor;
        var named = ahead.Take("từ");
        if (!TryFirst(ref ahead, named, out var first) || !ahead.TakeAny("đến hết", "đến", "-"))
        {
            return false;
        }

        if (!CalendarForms.TryNextPoint(ref ahead, first.Unit, out var last)
            || !last.TryResolve(reading.PlanYear, out var end)
            || !WithMonthOf(last, first, end.End.Year).TryResolve(end.End.Year, out var start)
            || start.Start > end.End)
        {
            return false;
        }

        reading.Add(last.Kind, new DueStep { Start = start.Start, Due = end.End });
        cursor = ahead;
        return true;
    }

    // "Từ ngày 01 đến 15/3/2025": the first day borrows its month from the last.
    private static bool TryFirst(ref Cursor cursor, bool named, out CalendarPoint first)
    {
        if (CalendarForms.TryPoint(ref cursor, out first))
        {
            return true;
        }

        var ahead = cursor;
        if (!named || !ahead.Take("ngày") || !ahead.TakeNumber(1, 2, out var day) || day == 0)
        {
            return false;
        }

        first = new CalendarPoint(CalendarUnit.Day, 0, day, null);
        cursor = ahead;
        return true;
    }

    private static CalendarPoint WithMonthOf(CalendarPoint last, CalendarPoint first, int year) =>
        first is { Unit: CalendarUnit.Day, Number: 0 } && last.Unit == CalendarUnit.Day ? first with { Number = last.Number, Year = year } : first;

    private static bool TryListed(ref Cursor cursor, DeadlineReading reading)
    {
        var ahead = cursor;
        if (!CalendarList.TryRead(ref ahead, reading.PlanYear, out var items))
        {
            return false;
        }

        cursor = ahead;
        var unit = items[0].Point.Unit;
        var isOne = unit != CalendarUnit.Day
            && items.Skip(1).Zip(items).All(pair => pair.First.Point.Unit == unit && pair.Second.Period.IsFollowedBy(pair.First.Period));
        if (isOne)
        {
            reading.Add(items[0].Point.Kind, new DueStep { Start = items[0].Period.Start, Due = items[^1].Period.End });
            return true;
        }

        foreach (var item in items)
        {
            reading.Add(item.Point.Kind, new DueStep
            {
                Label = items.Count > 1 && unit != CalendarUnit.Day ? item.Name : null,
                Start = item.Point.Unit == CalendarUnit.Day ? null : item.Period.Start,
                Due = item.Period.End,
            });
        }

        return true;
    }

    private static bool TryThisYear(ref Cursor cursor, Cursor start, DeadlineReading reading)
    {
        var ahead = start;
        if (!ahead.Take("trong năm")
            || !new CalendarPoint(CalendarUnit.Year, 0, 0, null).TryResolve(reading.PlanYear, out var year))
        {
            return false;
        }

        reading.Add(DeadlineKind.Year, new DueStep { Start = year.Start, Due = year.End });
        cursor = ahead;
        return true;
    }

    // "Đến hết tháng 6/2025", "Cuối năm 2024", "Chậm nhất ngày 15/6": an end without a beginning.
    private static bool TryEnd(ref Cursor cursor, DeadlineReading reading)
    {
        var ahead = cursor;
        var named = ahead.TakeAny(
            "chậm nhất là", "chậm nhất", "muộn nhất là", "muộn nhất", "không muộn hơn", "không quá", "từ nay đến hết", "từ nay đến",
            "đến hết", "đến", "hết");
        named |= ahead.TakeAny("vào", "trong");
        named |= CalendarForms.TakeHour(ref ahead);
        if (ahead.TakeAny("cuối năm", "hết năm") || (named && ahead.Take("năm")))
        {
            int? printed = ahead.TakeNumber(4, 4, out var year) ? year : null;
            if (ahead.StartsWith("học") || !new CalendarPoint(CalendarUnit.Year, 0, 0, printed).TryResolve(reading.PlanYear, out var period))
            {
                return false;
            }

            reading.Add(DeadlineKind.Year, new DueStep { Due = period.End });
            cursor = ahead;
            return true;
        }

        named |= ahead.Take("cuối");
        if (!named || !CalendarList.TryRead(ref ahead, reading.PlanYear, out var items))
        {
            return false;
        }

        items.ForEach(item => reading.Add(item.Point.Kind, new DueStep { Due = item.Period.End }));
        cursor = ahead;
        return true;
    }
}
