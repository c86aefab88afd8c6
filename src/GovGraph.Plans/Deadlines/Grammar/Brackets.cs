using GovGraph.Plans.Text;

namespace GovGraph.Plans.Deadlines.Grammar;

/// <summary>Reads what a bracket adds to the part before it: <c>Thường xuyên (Trước 01 ngày của hồ sơ đến hạn)</c>.</summary>
internal static class Brackets
{
    public static void Read(ref Cursor cursor, DeadlineReading reading, Func<Cursor, DeadlineReading, bool> tryClause)
    {
        while (cursor.StartsWith("("))
        {
            var inner = cursor;
            inner.TakeToken();
            cursor = inner;
            SkipToEnd(ref cursor);
            inner = inner.Until(cursor.Position);
            cursor.Take(")");

            var content = new DeadlineReading(reading.PlanYear);
            if (IsRemark(inner))
            {
                // Changes nothing about the time.
            }
            else if (tryClause(inner, content))
            {
                reading.Add(content);
            }
            else
            {
                reading.Add(DeadlineKind.Unknown);
            }
        }
    }

    private static bool IsRemark(Cursor inner) =>
        (inner.TakeAny("nếu có", "nếu cần", "dự kiến") || (inner.TakeAny("đợt", "lần", "kỳ") && inner.TakeNumber(out _))) && inner.AtEnd;

    private static void SkipToEnd(ref Cursor cursor)
    {
        var depth = 1;
        while (!cursor.AtEnd)
        {
            depth += cursor.StartsWith("(") ? 1 : cursor.StartsWith(")") ? -1 : 0;
            if (depth == 0)
            {
                return;
            }

            cursor.TakeToken();
        }
    }
}
