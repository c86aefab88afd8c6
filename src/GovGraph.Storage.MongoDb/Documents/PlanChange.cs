using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Documents;

/// <summary>A record in the history of a plan, written with the change itself.</summary>
/// <param name="Id">Names this attempt: found again, it tells that the change happened although its acknowledgement was lost. Where the caller gave a key, it is made of that.</param>
/// <param name="PlanVersion">The version of the plan that it made.</param>
/// <param name="Record">Who, when and why.</param>
internal sealed record PlanChange(string Id, long PlanVersion, ChangeRecord Record)
{
    /// <summary>The task or the indicator; null where the plan was taken in.</summary>
    public string? NodeId { get; init; }

    public NodeProgress? Before { get; init; }

    public NodeProgress? After { get; init; }

    /// <summary>The same without the name of the attempt.</summary>
    public PlanEvent Event => new(PlanVersion, Record) { NodeId = NodeId, Before = Before, After = After };

    /// <summary>A record of something that happened elsewhere.</summary>
    public static PlanChange Of(PlanEvent item) =>
        new(Guid.NewGuid().ToString("N"), item.PlanVersion, item.Record) { NodeId = item.NodeId, Before = item.Before, After = item.After };

    public void Write(BsonWriter writer)
    {
        writer.String("id"u8, Id).Int64("version"u8, PlanVersion).DateTime("at"u8, Record.At);
        writer.Text("who"u8, Record.Who).Text("reason"u8, Record.Reason).Text("client"u8, Record.Client);
        writer.Text("key"u8, Record.Key?.Name).Text("input"u8, Record.Key?.Input);
        writer.Text(After is IndicatorProgress ? "indicator"u8 : "task"u8, NodeId);
        Progress(writer, "before"u8, Before);
        Progress(writer, "after"u8, After);
    }

    public static PlanChange Read(BsonReader document)
    {
        var change = new PlanChange("", 0, new ChangeRecord(default));
        var isIndicator = false;
        for (var scan = document; scan.Next();)
            isIndicator |= scan.Is("indicator"u8);
        while (document.Next())
            change = Read(change, document, isIndicator);
        return change;
    }

    /// <summary>The history in a plan's document.</summary>
    public static List<PlanChange> ReadAll(ReadOnlySpan<byte> document)
    {
        var changes = new List<PlanChange>();
        if (BsonReader.TryFind(document, "changes"u8, out var list))
            for (var items = list.Enter(); items.Next();)
                changes.Add(Read(items.Enter()));
        return changes;
    }

    private static void Progress(BsonWriter writer, ReadOnlySpan<byte> name, NodeProgress? progress)
    {
        if (progress is null)
            return;
        writer.BeginDocument(name);
        ProgressBson.Write(writer, progress);
        writer.End();
    }

    private static PlanChange Read(PlanChange change, BsonReader member, bool isIndicator) => member switch
    {
        _ when member.Is("id"u8) => change with { Id = member.String() },
        _ when member.Is("version"u8) => change with { PlanVersion = member.Int64() },
        _ when member.Is("at"u8) => change with { Record = change.Record with { At = member.DateTime() } },
        _ when member.Is("who"u8) => change with { Record = change.Record with { Who = member.String() } },
        _ when member.Is("reason"u8) => change with { Record = change.Record with { Reason = member.String() } },
        _ when member.Is("client"u8) => change with { Record = change.Record with { Client = member.String() } },
        _ when member.Is("key"u8) => change with { Record = change.Record with { Key = new ChangeKey(member.String(), change.Record.Key?.Input ?? "") } },
        _ when member.Is("input"u8) => change with { Record = change.Record with { Key = new ChangeKey(change.Record.Key?.Name ?? "", member.String()) } },
        _ when member.Is("task"u8) || member.Is("indicator"u8) => change with { NodeId = member.String() },
        _ when member.Is("before"u8) => change with { Before = ProgressBson.Read(member.Value, isIndicator) },
        _ when member.Is("after"u8) => change with { After = ProgressBson.Read(member.Value, isIndicator) },
        _ => change,
    };
}
