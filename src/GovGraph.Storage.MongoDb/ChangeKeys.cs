using System.Collections.Immutable;
using System.Globalization;
using GovGraph.Storage.History;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Documents;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.MongoDb.Queries;

namespace GovGraph.Storage.MongoDb;

/// <summary>What happened under a key. The key's name is the id of the change in its plan's history, and only one change of the database can have it.</summary>
/// <remarks>
/// A name that is remembered no more is new again: its next change has the id <c>name.1</c>, then <c>name.2</c>. Whoever asks follows them
/// until one is remembered or missing, so all agree on the id that is to be written next.
/// </remarks>
internal sealed class ChangeKeys(MongoConnection connection, bool isReplicated)
{
    private static readonly string[] WithoutHistory = [.. PlanReader.Derived.Where(path => path != "changes")];

    /// <summary>The change that is remembered, or the id that the next one is to have.</summary>
    public async Task<(bool IsUsed, string Id)> Look(string name, DateTimeOffset now, CancellationToken cancellation)
    {
        for (var uses = 0; ; uses++)
        {
            var id = IdOf(name, uses);
            var found = await connection.Run(
                new Find<DateTimeOffset>(Collections.Plans, filter => filter.String("changes.id"u8, id), document => MomentOf(document, id)) { Only = ["changes.id", "changes.at"] },
                cancellation).ConfigureAwait(false);
            if (found.Count == 0)
                return (false, id);
            if (ChangeKey.IsRemembered(found[0], now))
                return (true, id);
        }
    }

    /// <summary>The same of several names at once.</summary>
    public async Task<Dictionary<string, (bool IsUsed, string Id)>> Look(IReadOnlyCollection<string> names, DateTimeOffset now, CancellationToken cancellation)
    {
        var ids = Mql.Document(("$in", Mql.List(names.Select(Mql.Value))));
        var found = await connection.Run(
            new Find<List<PlanChange>>(Collections.Plans, filter => ids.Write(filter, "changes.id"u8), PlanChange.ReadAll) { Only = ["changes.id", "changes.at"] },
            cancellation).ConfigureAwait(false);
        var there = found.SelectMany(changes => changes).ToDictionary(change => change.Id, change => change.Record.At, StringComparer.Ordinal);
        var known = new Dictionary<string, (bool, string)>(StringComparer.Ordinal);
        foreach (var name in names)
            known[name] = !there.TryGetValue(name, out var at) ? (false, name)
                : ChangeKey.IsRemembered(at, now) ? (true, name)
                : await Look(name, now, cancellation).ConfigureAwait(false);
        return known;
    }

    /// <summary>What happened under several keys: each plan is read once.</summary>
    public async Task<ImmutableArray<PastChange?>> Find(ImmutableArray<string> names, DateTimeOffset now, CancellationToken cancellation)
    {
        var wanted = Mql.Document(("$in", Mql.List(names.Select(Mql.Value))));
        var set = names.ToHashSet(StringComparer.Ordinal);
        var find = new Find<List<PastChange>>(Collections.Plans, filter => wanted.Write(filter, "changes.id"u8), document => ReadAll(document, set)) { Without = WithoutHistory };
        var found = await connection.Run(find, cancellation).ConfigureAwait(false);
        if (found.Count > 0)
            await Confirm(cancellation).ConfigureAwait(false);
        var byName = found.SelectMany(changes => changes).ToDictionary(change => change.Event.Record.Key!.Name, StringComparer.Ordinal);
        var all = ImmutableArray.CreateBuilder<PastChange?>(names.Length);
        foreach (var name in names)
            // Of one that is new again, a later use has another id.
            all.Add(!byName.TryGetValue(name, out var change) ? null
                : ChangeKey.IsRemembered(change.Event.Record.At, now) ? change
                : await Find(name, now, cancellation).ConfigureAwait(false));
        return all.MoveToImmutable();
    }

    public async Task<PastChange?> Find(string name, DateTimeOffset now, CancellationToken cancellation)
    {
        var (isUsed, id) = await Look(name, now, cancellation).ConfigureAwait(false);
        if (!isUsed)
            return null;
        var find = new Find<PastChange?>(Collections.Plans, filter => filter.String("changes.id"u8, id), document => Read(document, id)) { Without = WithoutHistory };
        var found = await connection.Run(find, cancellation).ConfigureAwait(false);
        await Confirm(cancellation).ConfigureAwait(false);
        return found.SingleOrDefault();
    }

    /// <summary>Gives what happened elsewhere its names again: those that are remembered, and that no change of another plan here has.</summary>
    public async Task<IReadOnlyCollection<PlanChange>> Rename(string planId, IReadOnlyCollection<PlanEvent> events, DateTimeOffset now, CancellationToken cancellation)
    {
        var free = events.Where(item => item.Record.Key is not null && ChangeKey.IsRemembered(item.Record.At, now)).Select(item => item.Record.Key!.Name).ToHashSet();
        if (free.Count > 0)
        {
            var names = Mql.Document(("$in", Mql.List(free.Select(Mql.Value))));
            var find = new Find<List<string>>(
                Collections.Plans,
                filter =>
                {
                    filter.BeginDocument("_id"u8).String("$ne"u8, planId).End();
                    names.Write(filter, "changes.id"u8);
                },
                document => [.. PlanChange.ReadAll(document).Select(change => change.Id)])
            {
                Only = ["changes.id"],
            };
            foreach (var taken in await connection.Run(find, cancellation).ConfigureAwait(false))
                free.ExceptWith(taken);
        }
        return [.. events.Select(item => PlanChange.Of(item) is var change && item.Record.Key is { } key && ChangeKey.IsRemembered(item.Record.At, now) && free.Remove(key.Name)
            ? change with { Id = key.Name }
            : change)];
    }

    /// <summary>Returns when a majority has what was read: a write that changes nothing is acknowledged only when all before it is.</summary>
    private async Task Confirm(CancellationToken cancellation)
    {
        if (isReplicated)
            await connection.Run(new Delete(Collections.Plans, filter => filter.String("_id"u8, "")), cancellation).ConfigureAwait(false);
    }

    private static string IdOf(string name, int uses) => uses == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}.{uses}");

    private static DateTimeOffset MomentOf(ReadOnlySpan<byte> document, string id) =>
        PlanChange.ReadAll(document).First(change => change.Id == id).Record.At;

    private static PastChange? Read(ReadOnlySpan<byte> document, string id) => ReadAll(document, [id]).SingleOrDefault();

    private static List<PastChange> ReadAll(ReadOnlySpan<byte> document, HashSet<string> ids)
    {
        var plan = PlanReader.Read(document);
        var changes = PlanChange.ReadAll(document);
        var found = new List<PastChange>();
        for (var i = 0; i < changes.Count; i++)
            if (ids.Contains(changes[i].Id) && PlanPast.Of(plan, changes, i + 1, change => (change.NodeId, change.PlanVersion), change => change.Event) is { } past)
                found.Add(new PastChange(changes[i].Event, past));
        return found;
    }
}
