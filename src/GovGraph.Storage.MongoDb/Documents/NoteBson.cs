using System.Collections.Immutable;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Fields;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>A note on a task.</summary>
internal static class NoteBson
{
    public static void Write(BsonWriter writer, TaskNote item)
    {
        writer.String("id"u8, item.Id).String("text"u8, item.Text).Text("by"u8, item.By).Moment("at"u8, "atText"u8, item.At);
        writer.Search(TaskNoteFields.Map, item);
    }

    public static ImmutableArray<TaskNote> Read(BsonReader items) => items.Items(members => PlanBuilder.Build(ReadItem(members)));

    /// <summary>A note as a file holds it.</summary>
    public static NoteDocument ReadItem(BsonReader members)
    {
        string? id = null, text = null, by = null;
        DateTimeOffset? at = null, exact = null;
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Id: id = members.Text(); break;
                case Member.Text: text = members.Text(); break;
                case Member.By: by = members.Text(); break;
                case Member.At: at = members.DateTime(); break;
                case Member.AtText: exact = members.Moment(); break;
                case Member.Search: break;
                default: throw members.Unknown();
            }
        }
        return new NoteDocument
        {
            Id = id ?? throw DocumentValues.Missing("id"),
            Text = text ?? throw DocumentValues.Missing("text"),
            By = by,
            At = exact ?? at ?? throw DocumentValues.Missing("at"),
        };
    }
}
