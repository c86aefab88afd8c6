using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Filters;

namespace GovGraph.Storage.History;

/// <summary>What has happened to a task or an indicator since a version of it.</summary>
/// <param name="Entries">The oldest first; only the latest where there are very many.</param>
/// <param name="IsComplete">Whether none is left out.</param>
public sealed record ChangesSince(ImmutableArray<HistoryEntry> Entries, bool IsComplete)
{
    private const int Most = 100;

    /// <param name="store">Knows the history.</param>
    /// <param name="node">As it is now.</param>
    /// <param name="version">The one that a caller has seen.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    public static async ValueTask<ChangesSince> Find(PlanStore store, ITrackedNode node, long version, CancellationToken cancellation = default)
    {
        var count = node.Progress.Version - version;
        if (count <= 0)
        {
            return new([], count == 0);
        }

        var query = new Query<HistoryEntry>
        {
            Filter = Filter.And(Filter.Eq("plan", node.Plan.Id), Filter.Eq("node", node.Id)),
            Order = [new("sequence", true), new("part", true)],
            Page = new() { First = (int)Math.Min(count, Most) },
        };
        var found = await store.FindChanges(query, node.Plan.Version, cancellation).ConfigureAwait(false);
        return new([.. found.Items.Reverse()], found.Items.Length == count);
    }

    /// <summary>Each field that was changed, as often as it was.</summary>
    public IEnumerable<ConflictingChange> Fields => Entries.SelectMany(entry => FieldChange.Of(entry.Event!).Select(change => new ConflictingChange(change, entry)));

    /// <summary>The fields that another change touches too: what it changes now, and what it would have changed in the version that its caller has seen.</summary>
    /// <param name="node">As it is now.</param>
    /// <param name="change">Makes the changed node, or refuses.</param>
    public ImmutableArray<string> InCommon<T>(T node, Func<T, Change<T>> change)
        where T : class, ITrackedNode
    {
        if (Entries.IsEmpty)
        {
            return [];
        }

        var theirs = Entries.SelectMany(entry => FieldChange.Touched(entry.Event!.Before!, entry.Event.After!)).ToHashSet();
        var seen = (T)node.WithProgress(Entries[0].Event!.Before!);
        return
        [
            .. Touched(node, change)
                // The items of lists get their ids by place, so only plain fields are the same in both versions.
                .Concat(Touched(seen, change).Where(touched => touched.Item is null))
                .Where(theirs.Contains).Select(touched => touched.Field).Distinct(),
        ];
    }

    private static IEnumerable<(string Field, object? Item)> Touched<T>(T node, Func<T, Change<T>> change)
        where T : class, ITrackedNode =>
        change(node) is { IsRefused: false } changed ? FieldChange.Touched(node.Progress, changed.Value.Progress) : [];
}

/// <summary>A field that somebody has changed meanwhile.</summary>
/// <param name="Field">What it was, and became.</param>
/// <param name="Entry">Who has changed it, when and why.</param>
public sealed record ConflictingChange(FieldChange Field, HistoryEntry Entry);
