using GovGraph.Plans.Text;

namespace GovGraph.Plans.Deadlines.Grammar;

/// <summary>Reads the reports of a year with or without their dates: <c>Quý I, 6 tháng, quý III trước ngày 25 các tháng 2, 5, 8</c>.</summary>
internal static class SeriesForms
{
    public static bool TryRead(ref Cursor cursor, DeadlineReading reading)
    {
        var ahead = cursor;
        ahead.Take("báo cáo");
        var start = ahead.Position;
        if (!TryNames(ref ahead, out var names, out var quarters))
        {
            return false;
        }

        var text = ahead.TextSince(start)!;
        ahead.Take(":");
        ahead.Take("gửi");
        if (ahead.Take("trước"))
        {
            if (!BeforeForms.TryDayOfMonths(ref ahead, reading.PlanYear, out var days) || days.Count != names.Count)
            {
                return false;
            }

            for (var i = 0; i < days.Count; i++)
            {
                reading.Add(DeadlineKind.Before, new DueStep { Label = names[i], Due = days[i], IsExclusive = true });
            }
        }
        else if (quarters > 0 && quarters < names.Count)
        {
            // Which reports, but not when they are due.
            reading.Add(new Recurrence { Text = text, Period = RecurrencePeriod.Quarter, TimesPerYear = names.Count });
        }
        else
        {
            return false;
        }

        cursor = ahead;
        return true;
    }

    private static bool TryNames(ref Cursor cursor, out List<string> names, out int quarters)
    {
        names = [];
        quarters = 0;
        for (var ahead = cursor; ; ahead.TakeAny(",", "và"))
        {
            var start = ahead.Position;
            if (CalendarForms.TryPoint(ref ahead, out var point) && point.Unit is not (CalendarUnit.Day or CalendarUnit.Month))
            {
                quarters += point.Unit == CalendarUnit.Quarter ? 1 : 0;
            }
            else
            {
                ahead = ahead.At(start);
                if (!(ahead.TakeNumber(1, 2, out _) && ahead.Take("tháng")) && !ahead.TakeAny("cả năm", "năm"))
                {
                    return names.Count > 1;
                }
            }

            names.Add(ahead.TextSince(start)!);
            cursor = ahead;
        }
    }
}
