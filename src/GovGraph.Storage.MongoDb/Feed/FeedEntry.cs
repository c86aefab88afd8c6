using GovGraph.Storage.History;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Documents;
using GovGraph.Storage.MongoDb.Queries;

namespace GovGraph.Storage.MongoDb.Feed;

/// <summary>A document of the feed: a change by its number, with what it can be searched by. What it changed stands in the plan's own history.</summary>
/// <param name="ChangeId">The record in the plan's history.</param>
/// <param name="Entry">The change.</param>
internal sealed record FeedEntry(string ChangeId, HistoryEntry Entry)
{
    public static FeedEntry Of(long number, string planId, PlanChange change)
    {
        var item = change.Event;
        return new FeedEntry(change.Id, new HistoryEntry
        {
            Sequence = number,
            PlanId = planId,
            NodeId = item.NodeId ?? planId,
            PlanVersion = item.PlanVersion,
            Kind = ChangeKinds.Of(item),
            At = item.Record.At,
            Who = item.Record.Who,
            Client = item.Record.Client,
        });
    }

    public byte[] Write()
    {
        using var writer = new BsonWriter();
        writer.Begin().Int64("_id"u8, Entry.Sequence).String("change"u8, ChangeId).String("plan"u8, Entry.PlanId).String("node"u8, Entry.NodeId);
        writer.Int64("version"u8, Entry.PlanVersion).String("kind"u8, Stored.Name(Entry.Kind)).DateTime("at"u8, Entry.At);
        writer.Text("who"u8, Entry.Who).Text("client"u8, Entry.Client);
        return writer.End().Written.ToArray();
    }

    public static FeedEntry Read(ReadOnlySpan<byte> document)
    {
        var members = new BsonReader(document);
        var (id, entry) = ("", new HistoryEntry { Sequence = 0, PlanId = "", NodeId = "", PlanVersion = 0, Kind = default, At = default });
        while (members.Next())
        {
            if (members.Is("change"u8))
                id = members.String();
            else
                entry = Read(entry, members);
        }
        return new FeedEntry(id, entry);
    }

    private static HistoryEntry Read(HistoryEntry entry, BsonReader member) => member switch
    {
        _ when member.Is("_id"u8) => entry with { Sequence = member.Int64() },
        _ when member.Is("plan"u8) => entry with { PlanId = member.String() },
        _ when member.Is("node"u8) => entry with { NodeId = member.String() },
        _ when member.Is("version"u8) => entry with { PlanVersion = member.Int64() },
        _ when member.Is("kind"u8) => entry with { Kind = KindOf(member.String()) },
        _ when member.Is("at"u8) => entry with { At = member.DateTime() },
        _ when member.Is("who"u8) => entry with { Who = member.String() },
        _ when member.Is("client"u8) => entry with { Client = member.String() },
        _ => entry,
    };

    private static ChangeKind KindOf(string name)
    {
        var place = Array.IndexOf(Stored.NamesOf(typeof(ChangeKind)), name);
        return place >= 0 ? (ChangeKind)place : throw new BsonException($"'{name}' is not a {nameof(ChangeKind)}.");
    }
}
