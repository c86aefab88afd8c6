using GovGraph.Storage.Disks;
using GovGraph.Storage.Files.Journals;

namespace GovGraph.Storage.Files.Changes;

/// <summary>The keys that are still remembered, and the changes that they named.</summary>
/// <remarks>
/// a. What this process writes, the lane adds when it is durable.
/// b. What was there before is read out of the journals when the first key comes, so that a start costs nothing; those of older days are not opened further than their first record.
/// </remarks>
/// <param name="opened">The number of the last record that was there when the store was opened.</param>
internal sealed class RecentKeys(Disk disk, StoreFolder folder, long opened) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly Lock gate = new();
    private readonly Dictionary<string, KeyUse> uses = new(StringComparer.Ordinal);
    private readonly PriorityQueue<KeyUse, DateTimeOffset> byAge = new();
    private readonly HashSet<string> replaced = new(StringComparer.Ordinal);
    private volatile bool isRead;

    /// <summary>Returns when all keys are known; asked before the first one is looked for.</summary>
    public async ValueTask Read(DateTimeOffset now, CancellationToken cancellation)
    {
        if (isRead)
        {
            return;
        }

        await one.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (!isRead)
            {
                await Task.Run(() => ReadJournals(now - ChangeKey.Lifetime), cancellation).ConfigureAwait(false);
                isRead = true;
            }
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

    public KeyUse? Find(string name, DateTimeOffset now)
    {
        lock (gate)
        {
            return uses.TryGetValue(name, out var use) && ChangeKey.IsRemembered(use.At, now) ? use : null;
        }
    }

    /// <summary>Adds what has become durable.</summary>
    /// <param name="begun">Plans that have another life now: what happened to the old ones is forgotten.</param>
    /// <param name="added">The keys of the changes.</param>
    public void Add(IReadOnlyCollection<string> begun, IReadOnlyCollection<KeyUse> added)
    {
        if (begun.Count + added.Count == 0)
        {
            return;
        }

        lock (gate)
        {
            foreach (var planId in begun)
            {
                replaced.Add(planId);
                foreach (var use in uses.Values.Where(use => use.PlanId == planId).ToList())
                {
                    uses.Remove(use.Name);
                }
            }

            foreach (var use in added)
            {
                Add(use);
            }
        }
    }

    public void Dispose() => one.Dispose();

    private void Add(KeyUse use)
    {
        uses[use.Name] = use;
        byAge.Enqueue(use, use.At);
        while (byAge.TryPeek(out var oldest, out var at) && !ChangeKey.IsRemembered(at, use.At))
        {
            byAge.Dequeue();
            if (ReferenceEquals(uses.GetValueOrDefault(oldest.Name), oldest))
            {
                uses.Remove(oldest.Name);
            }
        }
    }

    private void ReadJournals(DateTimeOffset since)
    {
        var byPlan = new Dictionary<string, List<KeyUse>>(StringComparer.Ordinal);
        new JournalTail(disk, folder, JournalStarts.FirstSince(disk, folder, since) - 1).ReadTo(opened, record =>
        {
            if (record.IsBeginning)
            {
                byPlan.Remove(record.PlanId);
            }

            foreach (var use in record.Events.Select(item => KeyUse.Of(record.PlanId, item)).OfType<KeyUse>().Where(use => use.At >= since))
            {
                if (!byPlan.TryGetValue(record.PlanId, out var ofPlan))
                {
                    byPlan.Add(record.PlanId, ofPlan = []);
                }

                ofPlan.Add(use);
            }
        });
        lock (gate)
        {
            // What was written meanwhile is newer.
            foreach (var use in byPlan.Where(plan => !replaced.Contains(plan.Key)).SelectMany(plan => plan.Value).OrderBy(use => use.At))
            {
                if (!uses.TryGetValue(use.Name, out var known) || known.At < use.At)
                {
                    Add(use);
                }
            }
        }
    }
}
