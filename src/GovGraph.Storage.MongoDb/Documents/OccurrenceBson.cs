using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>A recorded occurrence of a task's duty.</summary>
internal static class OccurrenceBson
{
    public static void Write(BsonWriter writer, RecordedOccurrence item)
    {
        writer.String("period"u8, item.Period.ToString()).Date("from"u8, item.Period.From).Date("to"u8, item.Period.To).Int32("ordinal"u8, item.Ordinal);
        writer.Date("happenedOn"u8, item.HappenedOn).Text("note"u8, item.Note).Moment("recordedAt"u8, "recordedAtText"u8, item.RecordedAt);
    }

    public static ImmutableArray<RecordedOccurrence> Read(BsonReader items) => items.Items(members => PlanBuilder.Build(ReadItem(members)));

    /// <summary>An occurrence as a file holds it.</summary>
    public static OccurrenceDocument ReadItem(BsonReader members)
    {
        string? period = null, note = null;
        int? ordinal = null;
        DateOnly? happenedOn = null;
        DateTimeOffset? recordedAt = null, exact = null;
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Period: period = Period.TryParse(members.Text(), out _) ? members.Text() : throw members.Unexpected("a period such as 2024-Q3"); break;
                case Member.Ordinal: ordinal = members.Whole(); break;
                case Member.HappenedOn: happenedOn = members.Day(); break;
                case Member.Note: note = members.Text(); break;
                case Member.RecordedAt: recordedAt = members.DateTime(); break;
                case Member.RecordedAtText: exact = members.Moment(); break;
                case Member.From or Member.To: break;
                default: throw members.Unknown();
            }
        }
        return new OccurrenceDocument
        {
            Period = period ?? throw DocumentValues.Missing("period"),
            Ordinal = ordinal,
            HappenedOn = happenedOn ?? throw DocumentValues.Missing("happenedOn"),
            Note = note,
            RecordedAt = exact ?? recordedAt ?? throw DocumentValues.Missing("recordedAt"),
        };
    }
}
