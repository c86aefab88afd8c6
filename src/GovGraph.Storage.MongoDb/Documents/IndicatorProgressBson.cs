using System.Globalization;
using System.Text;
using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>What has been recorded of an indicator.</summary>
internal static class IndicatorProgressBson
{
    public static void Set(BsonWriter writer, string path, IndicatorProgress progress) =>
        writer.List(Encoding.UTF8.GetBytes(path + "values"), progress.Values, value => Write(writer, value));

    /// <summary>The members that it does not have.</summary>
    public static IEnumerable<string> Absent(IndicatorProgress progress) => progress.Values.IsEmpty ? ["values"] : [];

    public static IndicatorProgress Read(ReadOnlySpan<byte> document)
    {
        var progress = new IndicatorProgress();
        var members = new BsonReader(document);
        while (members.Next())
        {
            if (members.Is("version"u8))
                progress = progress with { Version = members.Int64() };
            else if (members.Is("values"u8))
                progress = progress with { Values = [.. ReadValues(members.Enter())] };
        }
        return progress;
    }

    private static void Write(BsonWriter writer, IndicatorValue value)
    {
        writer.String("period"u8, value.Period.ToString()).Date("from"u8, value.Period.From).Date("to"u8, value.Period.To);
        writer.Decimal("value"u8, value.Value).Text("note"u8, value.Note).Moment("recordedAt"u8, "recordedAtText"u8, value.RecordedAt);
    }

    private static List<IndicatorValue> ReadValues(BsonReader items)
    {
        var values = new List<IndicatorValue>();
        while (items.Next())
        {
            var value = new IndicatorValue { Period = default, Value = 0, RecordedAt = default };
            var members = items.Enter();
            while (members.Next())
                value = Read(value, members);
            values.Add(value);
        }
        return values;
    }

    private static IndicatorValue Read(IndicatorValue value, BsonReader member) => member switch
    {
        _ when member.Is("period"u8) => value with { Period = PeriodOf(member.String()) },
        _ when member.Is("value"u8) => value with { Value = member.Decimal() },
        _ when member.Is("note"u8) => value with { Note = member.String() },
        _ when member.Is("recordedAt"u8) => value with { RecordedAt = member.DateTime() },
        _ when member.Is("recordedAtText"u8) => value with { RecordedAt = DateTimeOffset.Parse(member.String(), CultureInfo.InvariantCulture) },
        _ => value,
    };

    private static Period PeriodOf(string text) => Period.TryParse(text, out var period) ? period : throw new BsonException($"'{text}' is not a period.");
}
