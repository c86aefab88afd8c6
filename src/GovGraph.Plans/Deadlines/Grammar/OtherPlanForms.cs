using GovGraph.Plans.Text;

namespace GovGraph.Plans.Deadlines.Grammar;

/// <summary>Reads deadlines that another document sets: <c>Theo Kế hoạch của tỉnh</c>.</summary>
internal static class OtherPlanForms
{
    public static bool TryRead(ref Cursor cursor, DeadlineReading reading)
    {
        var ahead = cursor;
        if (!ahead.Take("theo")
            || !(ahead.StartsWith("kế hoạch") || ahead.StartsWith("chương trình") || ahead.StartsWith("lộ trình")
                || ahead.StartsWith("tiến độ") || ahead.StartsWith("lịch")))
        {
            return false;
        }

        reading.AddOtherPlan(EventForms.TakeEvent(ref ahead)!);
        cursor = ahead;
        return true;
    }
}
