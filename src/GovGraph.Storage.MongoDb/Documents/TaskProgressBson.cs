using System.Globalization;
using System.Text;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Fields;
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
        writer.List(Name("evidence"), progress.Evidence, item => Write(writer, item));

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
    }

    public static TaskProgress Read(ReadOnlySpan<byte> document)
    {
        var progress = new TaskProgress();
        var members = new BsonReader(document);
        while (members.Next())
        {
            if (members.Is("status"u8))
                progress = progress with { Status = Enum<TaskStatus>(members.String()) };
            else if (members.Is("statusNote"u8))
                progress = progress with { StatusNote = members.String() };
            else if (members.Is("completedOn"u8))
                progress = progress with { CompletedOn = members.Date() };
            else if (members.Is("version"u8))
                progress = progress with { Version = members.Int64() };
            else if (members.Is("evidence"u8))
                progress = progress with { Evidence = [.. ReadEvidence(members.Enter())] };
        }
        return progress;
    }

    private static void Write(BsonWriter writer, EvidenceItem item)
    {
        writer.String("id"u8, item.Id).String("kind"u8, Stored.Name(item.Kind)).Text("title"u8, item.Title).Text("number"u8, item.Number);
        writer.Day("date"u8, item.Date).Text("issuer"u8, item.Issuer).Text("url"u8, item.Url).Text("note"u8, item.Note).Moment("addedAt"u8, "addedAtText"u8, item.AddedAt);
        writer.Search(EvidenceFields.Map, item);
    }

    private static List<EvidenceItem> ReadEvidence(BsonReader items)
    {
        var evidence = new List<EvidenceItem>();
        while (items.Next())
        {
            var item = new EvidenceItem { Kind = EvidenceKind.Document, AddedAt = default };
            var members = items.Enter();
            while (members.Next())
                item = Read(item, members);
            evidence.Add(item);
        }
        return evidence;
    }

    private static EvidenceItem Read(EvidenceItem item, BsonReader member) => member switch
    {
        _ when member.Is("id"u8) => item with { Id = member.String() },
        _ when member.Is("kind"u8) => item with { Kind = Enum<EvidenceKind>(member.String()) },
        _ when member.Is("title"u8) => item with { Title = member.String() },
        _ when member.Is("number"u8) => item with { Number = member.String() },
        _ when member.Is("date"u8) => item with { Date = member.Date() },
        _ when member.Is("issuer"u8) => item with { Issuer = member.String() },
        _ when member.Is("url"u8) => item with { Url = member.String() },
        _ when member.Is("note"u8) => item with { Note = member.String() },
        _ when member.Is("addedAt"u8) => item with { AddedAt = member.DateTime() },
        _ when member.Is("addedAtText"u8) => item with { AddedAt = DateTimeOffset.Parse(member.String(), CultureInfo.InvariantCulture) },
        _ => item,
    };

    private static T Enum<T>(string name)
        where T : struct, Enum
    {
        var place = Array.IndexOf(Stored.NamesOf(typeof(T)), name);
        return place >= 0 ? System.Enum.GetValues<T>()[place] : throw new BsonException($"'{name}' is not a {typeof(T).Name}.");
    }
}
