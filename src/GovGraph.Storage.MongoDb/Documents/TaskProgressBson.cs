using System.Collections.Immutable;
using System.Text;
using GovGraph.Plans.Documents;
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
        writer.List(Name("occurrences"), progress.Occurrences, item => OccurrenceBson.Write(writer, item));
        writer.List(Name("events"), progress.Events, item => EventBson.Write(writer, item));

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
                progress = progress with { Evidence = ReadEvidence(members.Enter()) };
            else if (members.Is("occurrences"u8))
                progress = progress with { Occurrences = OccurrenceBson.Read(members.Enter()) };
            else if (members.Is("events"u8))
                progress = progress with { Events = EventBson.Read(members.Enter()) };
        }
        return progress;
    }

    private static void Write(BsonWriter writer, EvidenceItem item)
    {
        writer.String("id"u8, item.Id).String("kind"u8, Stored.Name(item.Kind)).Text("title"u8, item.Title).Text("number"u8, item.Number);
        writer.Day("date"u8, item.Date).Text("issuer"u8, item.Issuer).Text("url"u8, item.Url).Text("fileName"u8, item.FileName);
        if (item.Size is { } size)
            writer.Int64("size"u8, size);
        writer.Text("sha256"u8, item.Sha256).Text("mediaType"u8, item.MediaType).Text("note"u8, item.Note).Moment("addedAt"u8, "addedAtText"u8, item.AddedAt);
        writer.Search(EvidenceFields.Map, item);
    }

    private static ImmutableArray<EvidenceItem> ReadEvidence(BsonReader items)
    {
        var evidence = ImmutableArray.CreateBuilder<EvidenceItem>();
        while (items.Next())
            evidence.Add(PlanBuilder.Build(ReadItem(items.Enter())));
        return evidence.ToImmutable();
    }

    /// <summary>An evidence item as a file holds it.</summary>
    public static EvidenceDocument ReadItem(BsonReader members)
    {
        string? id = null, title = null, number = null, issuer = null, url = null, fileName = null, sha256 = null, mediaType = null, note = null;
        EvidenceKind? kind = null;
        long? size = null;
        DateOnly? date = null;
        DateTimeOffset? addedAt = null, exact = null;
        while (members.Next())
        {
            switch (Members.Of(members.Name))
            {
                case Member.Id: id = members.Text(); break;
                case Member.Kind: kind = members.Named<EvidenceKind>(); break;
                case Member.Title: title = members.Text(); break;
                case Member.Number: number = members.Text(); break;
                case Member.Date: date = members.Day(); break;
                case Member.Issuer: issuer = members.Text(); break;
                case Member.Url: url = members.Text(); break;
                case Member.FileName: fileName = members.Text(); break;
                case Member.Size: size = members.Int64(); break;
                case Member.Sha256: sha256 = members.Text(); break;
                case Member.MediaType: mediaType = members.Text(); break;
                case Member.Note: note = members.Text(); break;
                case Member.AddedAt: addedAt = members.DateTime(); break;
                case Member.AddedAtText: exact = members.Moment(); break;
                case Member.Search: break;
                default: throw members.Unknown();
            }
        }
        return new EvidenceDocument
        {
            Id = id ?? throw DocumentValues.Missing("id"),
            Kind = kind ?? throw DocumentValues.Missing("kind"),
            Title = title,
            Number = number,
            Date = date,
            Issuer = issuer,
            Url = url,
            FileName = fileName,
            Size = size,
            Sha256 = sha256,
            MediaType = mediaType,
            Note = note,
            AddedAt = exact ?? addedAt ?? throw DocumentValues.Missing("addedAt"),
        };
    }
}
