using System.Buffers;
using GovGraph.Plans;
using GovGraph.Plans.Documents;

namespace GovGraph.Storage.Files.Journals;

/// <summary>Brings plans up to the records of the journal. A record that a plan holds already changes nothing.</summary>
internal sealed class JournalReplay(Dictionary<string, Plan> plans)
{
    public int Replayed { get; private set; }

    public List<StoreFault> Faults { get; } = [];

    /// <summary>Records that have no plan or no row to go to, by plan.</summary>
    public Dictionary<string, ArrayBufferWriter<byte>> Orphans { get; } = [];

    public void Apply(IEnumerable<JournalRecord> records)
    {
        foreach (var record in records)
        {
            switch (record)
            {
                case PlanInserted inserted when inserted.IsReplacing || !plans.ContainsKey(inserted.PlanId):
                    Insert(inserted);
                    break;
                case NodeChanged changed:
                    Change(changed);
                    break;
            }
        }
    }

    /// <summary>Makes plans anew from all their records; those whose first record is not there stay away.</summary>
    public void Rebuild(HashSet<string> ids, IEnumerable<JournalRecord> records)
    {
        var ofThem = records.Where(record => ids.Contains(record.PlanId)).ToList();
        var begun = ofThem.OfType<PlanInserted>().Select(record => record.PlanId).ToHashSet();
        Apply(ofThem.Where(record => begun.Contains(record.PlanId)));
        foreach (var id in begun.Where(plans.ContainsKey))
        {
            Faults.Add(new StoreFault(id, null, $"The plan '{id}' was made anew from the journal and the history, with all its changes."));
        }
    }

    private void Insert(PlanInserted inserted)
    {
        if (PlanFile.Read(PlanFormat.Present.Renew(inserted.Document)).Plan is not { } plan)
        {
            Keep(inserted);
            return;
        }

        plans[inserted.PlanId] = plan;
        Replayed++;
    }

    private void Change(NodeChanged changed)
    {
        if (!plans.TryGetValue(changed.PlanId, out var plan) || plan.Tracked(changed.NodeId) is not { } node || node.Progress.GetType() != changed.After.GetType())
        {
            Keep(changed);
            return;
        }

        if (node.Progress.Version < changed.After.Version)
        {
            plans[plan.Id] = plan.With(node.WithProgress(changed.After), Math.Max(plan.Version, changed.PlanVersion));
            Replayed++;
        }
    }

    private void Keep(JournalRecord record)
    {
        if (!Orphans.TryGetValue(record.PlanId, out var lines))
        {
            Orphans.Add(record.PlanId, lines = new ArrayBufferWriter<byte>());
        }

        JournalWriter.Write(lines, record);
    }
}
