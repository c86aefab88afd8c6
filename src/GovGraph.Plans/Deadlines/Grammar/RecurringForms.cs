using GovGraph.Plans.Text;

namespace GovGraph.Plans.Deadlines.Grammar;

/// <summary>Reads rhythms: <c>Hàng quý, 06 tháng, năm</c>, <c>02 lần/tháng</c>, <c>Định kỳ 06 tháng/01 lần</c>, <c>Định kỳ</c>.</summary>
internal static class RecurringForms
{
    public static bool TryRead(ref Cursor cursor, DeadlineReading reading)
    {
        var start = cursor.Position;
        var ahead = cursor;
        var periodic = ahead.Take("định kỳ");
        if (TryTimesIn(ref ahead, start, reading)
            || TryOnceIn(ref ahead, start, reading)
            || TryDayOfEvery(ref ahead, start, reading)
            || TryEvery(ref ahead, start, periodic, reading))
        {
            cursor = ahead;
            return true;
        }

        if (!periodic)
        {
            return false;
        }

        reading.Add(new Recurrence { Text = ahead.TextSince(start)!, Period = RecurrencePeriod.Unspecified });
        cursor = ahead;
        return true;
    }

    // "Hàng quý", "mỗi quý một lần", "Định kỳ theo quý", "Định kỳ 06 tháng, năm", "Hàng quý và cuối năm".
    private static bool TryEvery(ref Cursor cursor, int start, bool periodic, DeadlineReading reading)
    {
        var ahead = cursor;
        if (!ahead.TakeAny("hàng", "hằng", "mỗi", "từng", "cuối mỗi", "cuối hàng", "cuối hằng", "đầu mỗi", "đầu hàng", "đầu hằng") && !periodic)
        {
            return false;
        }

        ahead.Take("theo");

        if (!Rhythm.TryRead(ref ahead, out var rhythm))
        {
            return false;
        }

        if (TryTimes(ref ahead, out var times))
        {
            reading.Add(rhythm.ToRecurrence(ahead.TextSince(start)!, times));
            cursor = ahead;
            return true;
        }

        List<(Rhythm Rhythm, string Text)> listed = [(rhythm, ahead.TextSince(start)!)];
        for (cursor = ahead; TryListed(ref ahead, out rhythm, out var text); cursor = ahead)
        {
            listed.Add((rhythm, text));
        }

        // Beside the year, the half-year is the first one only.
        var hasYear = listed.Exists(item => item.Rhythm.Period == RecurrencePeriod.Year);
        foreach (var (item, text) in listed)
        {
            var recurrence = item.ToRecurrence(text, 1);
            reading.Add(hasYear && item.Period == RecurrencePeriod.HalfYear ? recurrence with { TimesPerYear = 1 } : recurrence);
        }

        return true;
    }

    private static bool TryListed(ref Cursor cursor, out Rhythm rhythm, out string text)
    {
        (rhythm, text) = (default, "");
        var ahead = cursor;
        if (!ahead.TakeAny(",", "và"))
        {
            return false;
        }

        var start = ahead.Position;
        ahead.TakeAny("hàng", "hằng", "cuối");
        if (!Rhythm.TryRead(ref ahead, out rhythm))
        {
            return false;
        }

        text = ahead.TextSince(start)!;
        cursor = ahead;
        return true;
    }

    // "02 lần/tháng", "ít nhất 03 lần mỗi năm".
    private static bool TryTimesIn(ref Cursor cursor, int start, DeadlineReading reading)
    {
        var ahead = cursor;
        ahead.TakeAny("ít nhất", "tối thiểu");
        if (!TryTimes(ref ahead, out var times) || !ahead.TakeAny("/", "trong mỗi", "trong một", "trong", "mỗi", "một", "trên", "hàng", "hằng"))
        {
            return false;
        }

        ahead.TakeAny("01", "1", "một");
        if (!Rhythm.TryRead(ref ahead, out var rhythm))
        {
            return false;
        }

        reading.Add(rhythm.ToRecurrence(ahead.TextSince(start)!, times));
        cursor = ahead;
        return true;
    }

    // "06 tháng/01 lần", "03 tháng một lần", "quý/lần".
    private static bool TryOnceIn(ref Cursor cursor, int start, DeadlineReading reading)
    {
        var ahead = cursor;
        if (!Rhythm.TryRead(ref ahead, out var rhythm, listed: false))
        {
            return false;
        }

        var slash = ahead.Take("/");
        if (!TryTimes(ref ahead, out var times))
        {
            if (!slash || !ahead.Take("lần"))
            {
                return false;
            }

            times = 1;
        }

        reading.Add(rhythm.ToRecurrence(ahead.TextSince(start)!, times));
        cursor = ahead;
        return true;
    }

    // "ngày 20 hằng tháng", "trước ngày 25 hàng tháng": which day is in the printed text.
    private static bool TryDayOfEvery(ref Cursor cursor, int start, DeadlineReading reading)
    {
        var ahead = cursor;
        ahead.TakeAny("trước", "vào", "chậm nhất là", "chậm nhất", "muộn nhất");
        if (!ahead.Take("ngày") || !(ahead.TakeAny("cuối cùng", "cuối") || (ahead.TakeNumber(1, 2, out var day) && day is >= 1 and <= 31)))
        {
            return false;
        }

        if (!ahead.TakeAny("của mỗi", "của hàng", "hàng", "hằng", "mỗi") || !Rhythm.TryRead(ref ahead, out var rhythm))
        {
            return false;
        }

        reading.Add(rhythm.ToRecurrence(ahead.TextSince(start)!, 1));
        cursor = ahead;
        return true;
    }

    private static bool TryTimes(ref Cursor cursor, out int times)
    {
        var ahead = cursor;
        times = 1;
        if (!(ahead.Take("một") || (ahead.TakeNumber(1, 2, out times) && times > 0)) || !ahead.Take("lần"))
        {
            return false;
        }

        cursor = ahead;
        return true;
    }
}
