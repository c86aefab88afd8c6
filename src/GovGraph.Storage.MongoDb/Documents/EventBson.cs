using System.Collections.Immutable;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Fields;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>An event that has started a task's clock.</summary>
internal static class EventBson
{
    public static void Write(BsonWriter writer, TaskEvent item)
    {
        writer.String("id"u8, item.Id).String("trigger"u8, item.Trigger).Date("happenedOn"u8, item.HappenedOn).Day("due"u8, item.Due).Day("doneOn"u8, item.DoneOn);
        writer.Text("note"u8, item.Note).Text("doneNote"u8, item.DoneNote).Moment("recordedAt"u8, "recordedAtText"u8, item.RecordedAt);
        writer.Search(TaskEventFields.Map, item);
    }

    public static ImmutableArray<TaskEvent> Read(BsonReader items) => items.Items(members => PlanBuilder.Build(ReadItem(members)));

    /// <summary>An event as a file holds it.</summary>
    public static EventDocument ReadItem(BsonReader members)
    {
        string? id = null, trigger = null, note = null, doneNote = null;
        DateOnly? happenedOn = null, due = null, doneOn = null;
        DateTimeOffset? recordedAt = null, exact = null;
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Id: id = members.Text(); break;
                case Member.Trigger: trigger = members.Text(); break;
                case Member.HappenedOn: happenedOn = members.Day(); break;
                case Member.Due: due = members.Day(); break;
                case Member.DoneOn: doneOn = members.Day(); break;
                case Member.Note: note = members.Text(); break;
                case Member.DoneNote: doneNote = members.Text(); break;
                case Member.RecordedAt: recordedAt = members.DateTime(); break;
                case Member.RecordedAtText: exact = members.Moment(); break;
                case Member.Search: break;
                default: throw members.Unknown();
            }
        }
        return new EventDocument
        {
            Id = id ?? throw DocumentValues.Missing("id"),
            Trigger = trigger ?? throw DocumentValues.Missing("trigger"),
            HappenedOn = happenedOn ?? throw DocumentValues.Missing("happenedOn"),
            Due = due,
            DoneOn = doneOn,
            Note = note,
            DoneNote = doneNote,
            RecordedAt = exact ?? recordedAt ?? throw DocumentValues.Missing("recordedAt"),
        };
    }
}
