using System.Collections.Immutable;
using GovGraph.Plans;

namespace GovGraph.Storage.Files.Journals;

/// <summary>A line of the journal that tells of a change.</summary>
internal abstract record JournalRecord(long Sequence, ChangeRecord Change, string PlanId, long PlanVersion)
{
    /// <summary>What it tells of the plan's life.</summary>
    public abstract ImmutableArray<PlanEvent> Events { get; }
}

/// <summary>A plan was taken in.</summary>
/// <param name="Document">The plan as a plan file holds it.</param>
internal sealed record PlanInserted(long Sequence, ChangeRecord Change, string PlanId, long PlanVersion, byte[] Document)
    : JournalRecord(Sequence, Change, PlanId, PlanVersion)
{
    /// <summary>It took the place of a plan that was there.</summary>
    public bool IsReplacing { get; init; }

    /// <summary>The life that the plan brought along; default where it begins here.</summary>
    public ImmutableArray<PlanEvent> History { get; init; }

    public override ImmutableArray<PlanEvent> Events => History.IsDefault ? [new PlanEvent(PlanVersion, Change)] : History;
}

/// <summary>A task or an indicator was changed. Both sides are whole, so that its last record is enough to know how it stands.</summary>
internal sealed record NodeChanged(
    long Sequence, ChangeRecord Change, string PlanId, long PlanVersion, string NodeId, NodeProgress Before, NodeProgress After)
    : JournalRecord(Sequence, Change, PlanId, PlanVersion)
{
    /// <summary>The records with which it happens, all or none; null where it is alone.</summary>
    public JournalGroup? Group { get; init; }

    public override ImmutableArray<PlanEvent> Events => [new PlanEvent(PlanVersion, Change) { NodeId = NodeId, Before = Before, After = After }];
}

/// <summary>Records that were written in one go and count only together.</summary>
internal readonly record struct JournalGroup(long First, long Last);
