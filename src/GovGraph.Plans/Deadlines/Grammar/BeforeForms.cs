using GovGraph.Plans.Text;

namespace GovGraph.Plans.Deadlines.Grammar;

/// <summary>Reads limits strictly before a day or period: <c>Trước ngày 30/3/2024</c>, <c>trước tháng 11/2024</c>.</summary>
internal static class BeforeForms
{
    public static bool TryRead(ref Cursor cursor, DeadlineReading reading)
    {
        var ahead = cursor;
        if (!ahead.Take("trước"))
        {
            return false;
        }

        // "Trước 17 giờ ngày 20/6": on the day itself there is still time.
        var isExclusive = !CalendarForms.TakeHour(ref ahead);
        if (!(TryDayOfMonths(ref ahead, reading.PlanYear, out var days) || TryListed(ref ahead, reading.PlanYear, out days)))
        {
            return false;
        }

        ahead.TakeAny("hàng năm", "hằng năm");
        foreach (var day in days)
        {
            reading.Add(DeadlineKind.Before, new DueStep { Due = day, IsExclusive = isExclusive });
        }

        cursor = ahead;
        return true;
    }

    /// <summary>Reads one day in each of several months: <c>ngày 25 các tháng 2, 5, 8</c>, <c>ngày cuối cùng của tháng 2, 5, 8</c>.</summary>
    public static bool TryDayOfMonths(ref Cursor cursor, int planYear, out List<DateOnly> days)
    {
        days = [];
        var ahead = cursor;
        if (!ahead.Take("ngày"))
        {
            return false;
        }

        var day = 0;
        if (!ahead.TakeAny("cuối cùng", "cuối") && (!ahead.TakeNumber(1, 2, out day) || day == 0))
        {
            return false;
        }

        ahead.TakeAny("của các", "các", "của");
        if (!CalendarList.TryRead(ref ahead, planYear, out var months) || months.Count < 2)
        {
            return false;
        }

        foreach (var month in months)
        {
            var point = new CalendarPoint(CalendarUnit.Day, month.Point.Number, day, month.Period.Start.Year);
            if (month.Point.Unit != CalendarUnit.Month || !point.TryResolve(planYear, out var period))
            {
                return false;
            }

            days.Add(period.Start);
        }

        cursor = ahead;
        return true;
    }

    private static bool TryListed(ref Cursor cursor, int planYear, out List<DateOnly> days)
    {
        var found = CalendarList.TryRead(ref cursor, planYear, out var items);
        days = [.. items.Select(item => item.Period.Start)];
        return found;
    }
}
