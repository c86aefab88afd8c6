using System.Collections.Immutable;
using GovGraph.Storage.Disks;
using GovGraph.Storage.History;
using GovGraph.Storage.Memory;

namespace GovGraph.Storage.Files.Journals;

/// <summary>What has happened, as the history and the journals tell it. In memory is what can be searched by; the rest is read from the disk again.</summary>
/// <remarks>It is read when somebody asks for the first time, so that a start costs nothing, and from then on only what was added.</remarks>
internal sealed class ChangeLog(Disk disk, StoreFolder folder) : IDisposable
{
    private readonly JournalTail tail = new(disk, folder);
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly GrowingList<LoggedChange> all = new();
    private readonly Dictionary<string, GrowingList<LoggedChange>> byPlan = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> latest = new(StringComparer.Ordinal);
    private readonly HashSet<string> words = new(StringComparer.Ordinal);
    private bool isRead;

    /// <summary>All that has happened up to a state, or some of what came after it; oldest first.</summary>
    public async ValueTask<IReadOnlyList<LoggedChange>> All(StoreState state, CancellationToken cancellation) =>
        await Read(state, () => all.Snapshot(), cancellation).ConfigureAwait(false);

    /// <summary>What has happened to one plan.</summary>
    public async ValueTask<IReadOnlyList<LoggedChange>> Of(string planId, StoreState state, CancellationToken cancellation) =>
        await Read(state, () => byPlan.TryGetValue(planId, out var changes) ? changes.Snapshot() : [], cancellation).ConfigureAwait(false);

    /// <summary>The plans to which something has happened after a moment, each with all that has happened to it.</summary>
    public async ValueTask<List<IReadOnlyList<LoggedChange>>> ChangedAfter(DateTimeOffset moment, StoreState state, CancellationToken cancellation) =>
        await Read(state, () => byPlan.Where(plan => latest.GetValueOrDefault(plan.Key) > moment).Select(plan => plan.Value.Snapshot()).ToList(), cancellation).ConfigureAwait(false);

    /// <summary>Adds to each what only the disk holds.</summary>
    public ImmutableArray<HistoryEntry> Complete(ImmutableArray<HistoryEntry> changes)
    {
        using var lines = Lines();
        return [.. changes.Cast<LoggedChange>().Select(change => (HistoryEntry)change with { Event = lines.EventOf(change) })];
    }

    /// <summary>Reads the whole of changes again.</summary>
    public JournalLines Lines() => new(disk, folder);

    public void Dispose() => one.Dispose();

    private async ValueTask<T> Read<T>(StoreState state, Func<T> look, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (!isRead)
            {
                // All files of the past, which may be long.
                await Task.Run(() => tail.ReadTo(state.Sequence, Add), cancellation).ConfigureAwait(false);
                LeaveOutWhatIsGone(state.Plans);
                isRead = true;
            }
            else if (tail.Sequence < state.Sequence)
            {
                tail.ReadTo(state.Sequence, Add);
            }

            return look();
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            throw fault.ToStoreException("The history could not be read", folder.Root);
        }
        finally
        {
            one.Release();
        }
    }

    private void Add(LoggedRecord record)
    {
        if (record.IsBeginning && byPlan.TryGetValue(record.PlanId, out var old))
        {
            // What came before belongs to the life of another plan of this id.
            old.Clear();
            latest.Remove(record.PlanId);
            all.RemoveAll(change => change.PlanId == record.PlanId);
        }

        if (!byPlan.TryGetValue(record.PlanId, out var changes))
        {
            byPlan.Add(record.PlanId, changes = new());
        }

        foreach (var (item, part) in record.Events.Select((item, part) => (item, part)))
        {
            var change = LoggedChange.Of(record, item, part, Shared);
            all.Add(change);
            changes.Add(change);
            latest[change.PlanId] = change.At > latest.GetValueOrDefault(change.PlanId) ? change.At : latest[change.PlanId];
        }
    }

    // Of plans whose file was taken out of the folder while nobody had it open.
    private void LeaveOutWhatIsGone(PlanSet plans)
    {
        var gone = byPlan.Keys.Where(id => plans.Plan(id) is null).ToHashSet();
        if (gone.Count > 0)
        {
            all.RemoveAll(change => gone.Contains(change.PlanId));
            foreach (var id in gone)
            {
                byPlan.Remove(id);
            }
        }
    }

    // The same ids and names come again and again.
    private string Shared(string word)
    {
        if (words.TryGetValue(word, out var known))
        {
            return known;
        }

        words.Add(word);
        return word;
    }
}
