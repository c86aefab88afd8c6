using System.Collections.Immutable;
using GovGraph.Plans.Deadlines.Grammar;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Deadlines;

/// <summary>Reads what the text of a time cell means. Never fails: what it can't read is of kind Unknown, with its text.</summary>
/// <remarks>
/// A text is a list of clauses, a clause a list of parts (<c>Thường xuyên, định kỳ</c>), and each file in Grammar
/// recognises one kind of part. docs/deadlines.md says what is read in which way.
/// </remarks>
internal static class DeadlineParser
{
    // Longer than any time cell, and short enough for a hostile one to be read in no time.
    private const int LongestText = 1000;

    private delegate bool Form(ref Cursor cursor, DeadlineReading reading);

    // The order matters: "Trước 01 ngày của hồ sơ" is no day of January, "6 tháng, quý III trước ngày …" no half-year.
    private static readonly ImmutableArray<Form> Forms =
    [
        ContinuousForms.TryRead,
        OtherPlanForms.TryRead,
        RecurringForms.TryRead,
        SpanForms.TryRead,
        EventForms.TryRead,
        SeriesForms.TryRead,
        BeforeForms.TryRead,
        DatedForms.TryRead,
    ];

    public static Deadline Parse(string? text, int planYear)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Deadline.None;
        }

        var reading = new DeadlineReading(planYear);
        foreach (var clause in text.Length > LongestText ? [] : Clauses.Of(text))
        {
            var part = new DeadlineReading(planYear);
            if (TryClause(clause, part))
            {
                reading.Add(part);
            }
            else
            {
                reading.Add(DeadlineKind.Unknown);
            }
        }

        return reading.ToDeadline(text);
    }

    private static bool TryClause(Cursor cursor, DeadlineReading reading)
    {
        do
        {
            if (!TryPart(ref cursor, reading))
            {
                return false;
            }

            Brackets.Read(ref cursor, reading, TryClause);
            cursor.TakeAny(",", "/", ".");
            cursor.TakeAny("và", "hoặc");
        }
        while (!cursor.AtEnd);

        return true;
    }

    private static bool TryPart(ref Cursor cursor, DeadlineReading reading)
    {
        if (TryForms(ref cursor, reading))
        {
            return true;
        }

        var ahead = cursor;
        if (ahead.TakeAny("hoàn thành xong", "hoàn thành", "thực hiện", "triển khai", "xong", "thời gian") && TryForms(ref ahead, reading))
        {
            cursor = ahead;
            return true;
        }

        return TryLabelled(ref cursor, reading);
    }

    private static bool TryForms(ref Cursor cursor, DeadlineReading reading)
    {
        foreach (var form in Forms)
        {
            if (form(ref cursor, reading))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryLabelled(ref Cursor cursor, DeadlineReading reading)
    {
        foreach (var limit in Labels.LimitsAfter(cursor))
        {
            var ahead = limit;
            reading.Label = ahead.TextSince(cursor.Position);
            ahead.Take(":");
            var found = TryForms(ref ahead, reading);
            reading.Label = null;
            if (found)
            {
                cursor = ahead;
                return true;
            }
        }

        return false;
    }
}
