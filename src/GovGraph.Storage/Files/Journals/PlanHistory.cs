using System.Collections.Immutable;
using GovGraph.Storage.Disks;

namespace GovGraph.Storage.Files.Journals;

/// <summary>Reads the lives of plans out of the history and the journals.</summary>
internal sealed class PlanHistory(Disk disk, StoreFolder folder)
{
    /// <summary>What has happened to each plan, oldest first, by the plan's id.</summary>
    public Dictionary<string, IEnumerable<PlanEvent>> Read()
    {
        var lives = new Dictionary<string, Life>(StringComparer.Ordinal);
        foreach (var journal in folder.Journals(disk))
        {
            foreach (var record in Records(journal.Path))
            {
                if (!lives.TryGetValue(record.PlanId, out var life))
                {
                    lives.Add(record.PlanId, life = new Life());
                }

                life.Add(record);
            }
        }

        return lives.ToDictionary(pair => pair.Key, pair => (IEnumerable<PlanEvent>)pair.Value.Events);
    }

    private ImmutableArray<JournalRecord> Records(string path)
    {
        try
        {
            return JournalReader.Read(disk.Read(path)).Records;
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            throw fault.ToStoreException("The history could not be read", folder.Root);
        }
    }

    private sealed class Life
    {
        public List<PlanEvent> Events { get; } = [];

        public void Add(JournalRecord record)
        {
            if (record is PlanInserted)
            {
                // A plan that was deleted by hand and taken in again begins anew; one that came with its life has that one.
                Events.Clear();
            }

            Events.AddRange(record.Events);
        }
    }
}
