using System.Buffers;
using GovGraph.Storage.Files.Journals;
using GovGraph.Storage.Memory;

namespace GovGraph.Storage.Files.Changes;

/// <summary>The changes that share one flush: the state after them, their lines, and what to tell watchers.</summary>
internal sealed class Draft(StoreState state, RecentKeys keys)
{
    private readonly Dictionary<string, KeyUse> added = new(StringComparer.Ordinal);

    public PlanSet Plans { get; private set; } = state.Plans;

    public long Sequence { get; private set; } = state.Sequence;

    public ArrayBufferWriter<byte> Lines { get; } = new();

    public List<StoreChange> Changes { get; } = [];

    /// <summary>The keys of the changes.</summary>
    public IReadOnlyCollection<KeyUse> Keys => added.Values;

    /// <summary>Plans that have begun another life.</summary>
    public HashSet<string> Replaced { get; } = new(StringComparer.Ordinal);

    /// <summary>Its last lines count only together: nothing may stand behind them before they are whole on the disk, or nobody could tell that they are not.</summary>
    public bool EndsInGroup { get; private set; }

    public StoreState State => new(Plans, Sequence);

    /// <summary>Whether the key of a change has named one before.</summary>
    public bool IsRepeated(ChangeRecord record) =>
        record.Key is { } key && (added.ContainsKey(key.Name) || keys.Find(key.Name, record.At) is not null);

    public void Add(JournalRecord record, PlanSet plans, StoreChange change)
    {
        JournalWriter.Write(Lines, record);
        (Plans, Sequence) = (plans, record.Sequence);
        Changes.Add(change);
        EndsInGroup = record is NodeChanged { Group: not null };
        if (record is PlanInserted { IsReplacing: true })
        {
            Replaced.Add(record.PlanId);
            foreach (var use in added.Values.Where(use => use.PlanId == record.PlanId).ToList())
            {
                added.Remove(use.Name);
            }
        }

        foreach (var use in record.Events.Select(item => KeyUse.Of(record.PlanId, item)).OfType<KeyUse>())
        {
            added[use.Name] = use;
        }
    }
}
