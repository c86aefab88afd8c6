using GovGraph.Storage;
using GovGraph.Storage.Fields;
using GovGraph.Storage.History;
using GovGraph.Storage.Paging;

namespace GovGraph.Api.Subscriptions;

/// <summary>A place in the order of all that has happened. Its cursor is that of <c>changes</c>: good in every process that has the store, as long as there is the store.</summary>
internal readonly record struct ChangePlace(long Sequence, int Part)
{
    private static readonly Query<HistoryEntry> s_oldestFirst = new() { Order = [new("sequence"), new("part")] };
    private static readonly Keyset<HistoryEntry> s_keyset = new(FieldMaps.Changes, s_oldestFirst);

    /// <summary>Null before the first of all changes.</summary>
    public string? Cursor => Sequence == 0 ? null : s_keyset.Cursor(new HistoryEntry
    {
        Sequence = Sequence, Part = Part, PlanId = "", NodeId = "", PlanVersion = 0, Kind = default, At = default,
    });

    public static ChangePlace Of(HistoryEntry change) => new(change.Sequence, change.Part);

    /// <summary>Null where it is not a cursor of this order.</summary>
    public static ChangePlace? Read(string cursor) =>
        s_keyset.Read("after", cursor, out var values) is null && values is [long sequence and > 0, int part and >= 0] ? new(sequence, part) : null;

    /// <summary>Where the last of all changes is.</summary>
    public static async ValueTask<ChangePlace> LastOf(PlanStore store, CancellationToken cancellation)
    {
        var page = await store.FindChanges(s_oldestFirst with { Page = new() { Last = 1 } }, cancellation: cancellation).ConfigureAwait(false);
        return page.Items is [var last] ? Of(last) : default;
    }

    public bool IsBehind(ChangePlace other) => Sequence > other.Sequence || (Sequence == other.Sequence && Part > other.Part);

    /// <summary>Asks for what comes behind this place.</summary>
    public Query<HistoryEntry> Behind(int first) => s_oldestFirst with { Page = new() { First = first, After = Cursor } };
}
