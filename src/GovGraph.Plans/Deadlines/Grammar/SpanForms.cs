using GovGraph.Plans.Text;

namespace GovGraph.Plans.Deadlines.Grammar;

/// <summary>Reads spans before and after an event: <c>10 ngày sau khi nhận được</c>, <c>Trước 01 ngày của hồ sơ đến hạn</c>.</summary>
internal static class SpanForms
{
    public static bool TryRead(ref Cursor cursor, DeadlineReading reading)
    {
        var ahead = cursor;
        if (!(TryBefore(ref ahead, out var trigger) || TrySpanFirst(ref ahead, out trigger) || TryEventFirst(ref ahead, out trigger)))
        {
            return false;
        }

        reading.Add(
            trigger.Relation == TriggerRelation.Before ? DeadlineKind.BeforeEvent : DeadlineKind.WithinAfterEvent,
            trigger);
        cursor = ahead;
        return true;
    }

    // "Trước 01 ngày của hồ sơ đến hạn", "Trước khi bầu cử".
    private static bool TryBefore(ref Cursor cursor, out DeadlineTrigger trigger)
    {
        trigger = null!;
        var ahead = cursor;
        if (!ahead.Take("trước"))
        {
            return false;
        }

        var measured = TrySpan(ref ahead, out var amount, out var unit);
        if (!ahead.TakeAny(measured ? ["của", "trước khi", "khi", "so với"] : ["khi"]) || EventForms.TakeEvent(ref ahead) is not { } happens)
        {
            return false;
        }

        trigger = new DeadlineTrigger
        {
            Relation = TriggerRelation.Before,
            Event = happens,
            Amount = measured ? amount : null,
            Unit = measured ? unit : null,
        };
        cursor = ahead;
        return true;
    }

    // "Trong thời gian 10 ngày kể từ ngày tiếp nhận", "01 tháng sau kiểm tra", "03 ngày trước khi tổ chức".
    private static bool TrySpanFirst(ref Cursor cursor, out DeadlineTrigger trigger)
    {
        trigger = null!;
        var ahead = cursor;
        ahead.TakeAny(
            "trong thời gian", "trong thời hạn", "trong vòng", "chậm nhất trong", "trong", "chậm nhất là sau", "chậm nhất sau",
            "chậm nhất là", "chậm nhất", "muộn nhất là", "muộn nhất", "không quá", "tối đa", "sau");
        if (!TrySpan(ref ahead, out var amount, out var unit))
        {
            return false;
        }

        var relation = TriggerRelation.WithinAfter;
        if (!ahead.TakeAny("sau khi", "sau", "kể từ khi", "kể từ", "tính từ khi", "tính từ", "từ khi", "từ"))
        {
            relation = TriggerRelation.Before;
            if (!ahead.TakeAny("trước khi", "trước"))
            {
                return false;
            }
        }

        if (EventForms.TakeEvent(ref ahead) is not { } happens)
        {
            return false;
        }

        trigger = new DeadlineTrigger { Relation = relation, Event = happens, Amount = amount, Unit = unit };
        cursor = ahead;
        return true;
    }

    // "sau kiểm tra chậm nhất là 01 tuần".
    private static bool TryEventFirst(ref Cursor cursor, out DeadlineTrigger trigger)
    {
        trigger = null!;
        var ahead = cursor;
        if (!ahead.TakeAny("sau khi", "sau"))
        {
            return false;
        }

        for (var (start, limit) = (ahead.Position, ahead); !limit.AtEnd; limit.TakeToken())
        {
            var after = limit;
            if (limit.Position > start
                && after.TakeAny("chậm nhất là", "chậm nhất", "muộn nhất là", "muộn nhất", "không quá")
                && TrySpan(ref after, out var amount, out var unit))
            {
                trigger = new DeadlineTrigger
                {
                    Relation = TriggerRelation.WithinAfter,
                    Event = limit.TextSince(start)!,
                    Amount = amount,
                    Unit = unit,
                };
                cursor = after;
                return true;
            }
        }

        return false;
    }

    private static bool TrySpan(ref Cursor cursor, out int amount, out DurationUnit unit)
    {
        unit = DurationUnit.Day;
        var ahead = cursor;
        if (!ahead.TakeNumber(out amount) || amount == 0)
        {
            return false;
        }

        if (ahead.Take("ngày làm việc"))
        {
            unit = DurationUnit.WorkingDay;
        }
        else if (ahead.Take("tuần"))
        {
            unit = DurationUnit.Week;
        }
        else if (ahead.Take("tháng"))
        {
            unit = DurationUnit.Month;
        }
        else if (!ahead.Take("ngày"))
        {
            return false;
        }

        cursor = ahead;
        return true;
    }
}
