using System.Buffers;
using GovGraph.Storage.Memory;

namespace GovGraph.Storage.Files;

/// <summary>The changes that share one flush: the state after them, their lines, and what to tell watchers.</summary>
internal sealed class Draft(StoreState state)
{
    public PlanSet Plans { get; private set; } = state.Plans;

    public long Sequence { get; private set; } = state.Sequence;

    public ArrayBufferWriter<byte> Lines { get; } = new();

    public List<StoreChange> Changes { get; } = [];

    public StoreState State => new(Plans, Sequence);

    public void Add(JournalRecord record, PlanSet plans, StoreChange change)
    {
        JournalWriter.Write(Lines, record);
        (Plans, Sequence) = (plans, record.Sequence);
        Changes.Add(change);
    }
}
