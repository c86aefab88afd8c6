using System.Collections.Immutable;
using System.Text;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
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
                progress = progress with { Values = ReadValues(members.Enter()) };
        }
        return progress;
    }

    private static void Write(BsonWriter writer, IndicatorValue value)
    {
        writer.String("period"u8, value.Period.ToString()).Date("from"u8, value.Period.From).Date("to"u8, value.Period.To);
        writer.Decimal("value"u8, value.Value).Text("note"u8, value.Note).Moment("recordedAt"u8, "recordedAtText"u8, value.RecordedAt);
    }

    private static ImmutableArray<IndicatorValue> ReadValues(BsonReader items) => items.Items(members => PlanBuilder.Build(ReadItem(members)));

    /// <summary>A recorded value as a file holds it.</summary>
    public static ValueDocument ReadItem(BsonReader members)
    {
        string? period = null, note = null;
        decimal? value = null;
        DateTimeOffset? recordedAt = null, exact = null;
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Period: period = Period.TryParse(members.Text(), out _) ? members.Text() : throw members.Unexpected("a period such as 2024-Q3"); break;
                case Member.Value: value = members.Decimal(); break;
                case Member.Note: note = members.Text(); break;
                case Member.RecordedAt: recordedAt = members.DateTime(); break;
                case Member.RecordedAtText: exact = members.Moment(); break;
                case Member.From or Member.To: break;
                default: throw members.Unknown();
            }
        }
        return new ValueDocument
        {
            Period = period ?? throw DocumentValues.Missing("period"),
            Value = value ?? throw DocumentValues.Missing("value"),
            Note = note,
            RecordedAt = exact ?? recordedAt ?? throw DocumentValues.Missing("recordedAt"),
        };
    }
}
