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
        if (!ahead.TakeAny("thường xuyên , liên tục", "thường xuyên liên tục", "thường xuyên", "liên tục"))
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
            TakeWholeYear(ref ahead, reading);
        }

        cursor = ahead;
        return true;
    }

    private static void TakeWholeYear(ref Cursor cursor, DeadlineReading reading)
    {
        var ahead = cursor;
        if (!ahead.TakeAny("trong cả năm", "trong năm", "cả năm", "năm") || ahead.StartsWith("học"))
        {
            return;
        }

        if (!ahead.TakeNumber(4, 4, out var year) || year == reading.PlanYear)
        {
            reading.AddWholeYear();
            cursor = ahead;
        }
    }
}
