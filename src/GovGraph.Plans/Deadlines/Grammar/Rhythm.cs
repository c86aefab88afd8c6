using GovGraph.Plans.Text;

namespace GovGraph.Plans.Deadlines.Grammar;

/// <summary>How long it takes until something comes round again: <c>quý</c>, <c>06 tháng</c>, <c>năm</c>.</summary>
internal readonly record struct Rhythm(RecurrencePeriod Period, int Times, int TimesPerYear)
{
    public static bool TryRead(ref Cursor cursor, out Rhythm rhythm, bool listed = true)
    {
        rhythm = default;
        var ahead = cursor;
        if (!ahead.TakeNumber(1, 2, out var count))
        {
            count = 1;
        }

        if (ahead.Take("tháng"))
        {
            rhythm = OfMonths(count);
        }
        else if (ahead.Take("tuần"))
        {
            rhythm = count == 1 ? new(RecurrencePeriod.Week, 1, 52) : Yearly(52, count);
        }
        else if (count == 1 && ahead.TakeAny("quý", "quí", "qúy"))
        {
            rhythm = OfMonths(3);
        }
        else if (count == 1 && ahead.Take("năm"))
        {
            rhythm = OfMonths(12);
        }
        else if (count == 1 && ahead.Take("ngày"))
        {
            rhythm = new(RecurrencePeriod.Day, 1, 365);
        }

        // "tháng 3", "quý I", "năm 2020" and "năm học" name one period, not a rhythm.
        if (rhythm.Times == 0 || (listed && NamesOne(ahead)))
        {
            return false;
        }

        cursor = ahead;
        return true;
    }

    public Recurrence ToRecurrence(string text, int times) => new()
    {
        Text = text,
        Period = Period,
        Times = times * Times,
        TimesPerYear = times * TimesPerYear,
    };

    private static bool NamesOne(Cursor cursor)
    {
        var ahead = cursor;
        if (ahead.TakeNumber(1, 9, out _))
        {
            return !ahead.Take("lần");
        }

        return ahead.TakeAny("i", "ii", "iii", "iv", "học", "đầu", "cuối");
    }

    private static Rhythm OfMonths(int months) => months switch
    {
        1 => new(RecurrencePeriod.Month, 1, 12),
        3 => new(RecurrencePeriod.Quarter, 1, 4),
        6 => new(RecurrencePeriod.HalfYear, 1, 2),
        12 => new(RecurrencePeriod.Year, 1, 1),
        _ => Yearly(12, months),
    };

    // "02 tháng/lần" is six times a year.
    private static Rhythm Yearly(int parts, int count) =>
        count > 0 && parts % count == 0 ? new(RecurrencePeriod.Year, parts / count, parts / count) : default;
}
