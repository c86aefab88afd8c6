using GovGraph.Plans.Text;

namespace GovGraph.Plans.Deadlines.Grammar;

/// <summary>Reads <c>Thường xuyên</c>, also <c>trong năm</c> or <c>theo hướng dẫn của tỉnh</c>, and <c>Trong năm học</c>.</summary>
internal static class ContinuousForms
{
    public static bool TryRead(ref Cursor cursor, DeadlineReading reading)
    {
        var ahead = cursor;
        ahead.TakeAny("trong", "cả");
        if (ahead.Take("năm học"))
        {
            // The years of a school year say nothing about its first and last day.
            if (ahead.TakeNumber(4, 4, out _) && ahead.Take("-"))
            {
                ahead.TakeNumber(4, 4, out _);
            }

            reading.Add(DeadlineKind.SchoolYear);
            cursor = ahead;
            return true;
        }

        ahead = cursor;
        if (ahead.TakeAny("trong cả năm", "cả năm"))
        {
            ahead = cursor;
        }
        else if (!ahead.TakeAny("thường xuyên , liên tục", "thường xuyên liên tục", "thường xuyên", "liên tục"))
        {
            return false;
        }

        reading.Add(DeadlineKind.Continuous);
        if (ahead.StartsWith("theo"))
        {
            EventForms.TakeEvent(ref ahead);
        }
        else
        {
            TakeWindow(ref ahead, reading);
        }

        cursor = ahead;
        return true;
    }

    // "trong năm", "trong năm 2024", "từ tháng 1 đến tháng 6": while it lasts, not by when it is due.
    private static void TakeWindow(ref Cursor cursor, DeadlineReading reading)
    {
        var ahead = cursor;
        if (ahead.TakeAny("trong cả năm", "cả năm"))
        {
            reading.AddWindow(new CalendarPoint(CalendarUnit.Year, 0, 0, ahead.TakeNumber(4, 4, out var year) ? year : null));
            cursor = ahead;
            return;
        }

        var window = new DeadlineReading(reading.PlanYear);
        if (StartsWindow(ahead) && DatedForms.TryRead(ref ahead, window))
        {
            reading.AddWindow(window);
            cursor = ahead;
        }
    }

    private static bool StartsWindow(Cursor cursor) =>
        (cursor.StartsWith("trong") || cursor.StartsWith("từ") || cursor.StartsWith("năm"))
        && !cursor.StartsWith("năm học") && !cursor.StartsWith("trong năm học");
}
