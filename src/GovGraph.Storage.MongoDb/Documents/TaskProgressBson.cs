using System.Text;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Queries;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>What has happened to a task.</summary>
internal static class TaskProgressBson
{
    public static void Set(BsonWriter writer, string path, TaskProgress progress)
    {
        writer.String(Name("status"), Stored.Name(progress.Status)).Text(Name("statusNote"), progress.StatusNote).Day(Name("completedOn"), progress.CompletedOn);
        writer.List(Name("evidence"), progress.Evidence, item => EvidenceBson.Write(writer, item));
        writer.List(Name("occurrences"), progress.Occurrences, item => OccurrenceBson.Write(writer, item));
        writer.List(Name("events"), progress.Events, item => EventBson.Write(writer, item));
        writer.List(Name("extensions"), progress.Extensions, item => ExtensionBson.Write(writer, item));
        writer.Day(Name("extendedTo"), progress.ExtendedTo);
        writer.List(Name("notes"), progress.Notes, item => NoteBson.Write(writer, item));

        byte[] Name(string member) => Encoding.UTF8.GetBytes(path + member);
    }

    /// <summary>The members that it does not have.</summary>
    public static IEnumerable<string> Absent(TaskProgress progress)
    {
        if (progress.StatusNote is null)
            yield return "statusNote";
        if (progress.CompletedOn is null)
            yield return "completedOn";
        if (progress.Evidence.IsEmpty)
            yield return "evidence";
        if (progress.Occurrences.IsEmpty)
            yield return "occurrences";
        if (progress.Events.IsEmpty)
            yield return "events";
        if (progress.Extensions.IsEmpty)
            yield return "extensions";
        if (progress.ExtendedTo is null)
            yield return "extendedTo";
        if (progress.Notes.IsEmpty)
            yield return "notes";
    }

    public static TaskProgress Read(ReadOnlySpan<byte> document)
    {
        var progress = new TaskProgress();
        var members = new BsonReader(document);
        while (members.Next())
        {
            if (members.Is("status"u8))
                progress = progress with { Status = Stored.Read<TaskStatus>(members) };
            else if (members.Is("statusNote"u8))
                progress = progress with { StatusNote = members.String() };
            else if (members.Is("completedOn"u8))
                progress = progress with { CompletedOn = members.Date() };
            else if (members.Is("version"u8))
                progress = progress with { Version = members.Int64() };
            else if (members.Is("evidence"u8))
                progress = progress with { Evidence = EvidenceBson.Read(members.Enter()) };
            else if (members.Is("occurrences"u8))
                progress = progress with { Occurrences = OccurrenceBson.Read(members.Enter()) };
            else if (members.Is("events"u8))
                progress = progress with { Events = EventBson.Read(members.Enter()) };
            else if (members.Is("extensions"u8))
                progress = progress with { Extensions = ExtensionBson.Read(members.Enter()) };
            else if (members.Is("notes"u8))
                progress = progress with { Notes = NoteBson.Read(members.Enter()) };
        }
        return progress;
    }
}
