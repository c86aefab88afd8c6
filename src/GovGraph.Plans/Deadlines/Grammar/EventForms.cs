using GovGraph.Plans.Text;

namespace GovGraph.Plans.Deadlines.Grammar;

/// <summary>Reads events without a span: <c>Khi có yêu cầu</c>, <c>Ngay sau khi …</c>, <c>Trước và trong quá trình bầu cử</c>, <c>đột xuất</c>.</summary>
internal static class EventForms
{
    // What starts a new part of the deadline behind a comma; anything else goes on with the event.
    private static readonly string[] Openers =
    [
        "thường xuyên", "định kỳ", "đột xuất", "đợt xuất", "hàng ngày", "hàng tuần", "hàng tháng", "hàng quý", "hàng năm",
        "hằng ngày", "hằng tuần", "hằng tháng", "hằng quý", "hằng năm", "trước ngày", "chậm nhất", "trong năm",
    ];

    public static bool TryRead(ref Cursor cursor, DeadlineReading reading)
    {
        var ahead = cursor;
        if (ahead.TakeAny("đột xuất", "đợt xuất"))
        {
            reading.Add(DeadlineKind.Event, new DeadlineTrigger
            {
                Relation = TriggerRelation.AdHoc,
                Event = ahead.TextSince(cursor.Position)!,
            });
            cursor = ahead;
            return true;
        }

        if (!TryRelation(ref ahead, out var relation) || TakeEvent(ref ahead) is not { } happens)
        {
            return false;
        }

        reading.Add(DeadlineKind.Event, new DeadlineTrigger { Relation = relation, Event = happens });
        cursor = ahead;
        return true;
    }

    /// <summary>Takes the words of an event, as printed: up to the end, or up to what starts another part.</summary>
    public static string? TakeEvent(ref Cursor cursor)
    {
        var start = cursor.Position;
        while (!cursor.AtEnd)
        {
            var ahead = cursor;
            if (ahead.TakeAny(",", "và", "hoặc") && StartsPart(ahead))
            {
                break;
            }

            cursor.TakeToken();
        }

        return cursor.TextSince(start);
    }

    private static bool StartsPart(Cursor cursor) => Array.Exists(Openers, opener => cursor.StartsWith(opener));

    private static bool TryRelation(ref Cursor cursor, out TriggerRelation relation)
    {
        relation = TriggerRelation.When;
        if (cursor.TakeAny("trước và trong quá trình", "trước và trong khi", "trước và trong"))
        {
            relation = TriggerRelation.BeforeAndDuring;
            return true;
        }

        if (cursor.TakeAny("ngay sau khi", "ngay khi", "ngay sau"))
        {
            relation = TriggerRelation.ImmediatelyAfter;
            return true;
        }

        if (cursor.TakeAny("sau khi", "sau"))
        {
            relation = TriggerRelation.After;
            return true;
        }

        return cursor.Take("khi")
            || (cursor.Take("theo")
                && (cursor.StartsWith("yêu cầu") || cursor.StartsWith("đề nghị") || cursor.StartsWith("chỉ đạo") || cursor.StartsWith("hướng dẫn")));
    }
}
