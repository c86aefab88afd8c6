using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Files.Journals;

namespace GovGraph.Storage.Files.Changes;

/// <summary>What can be written, each as one piece of work on the lane.</summary>
internal static class DraftWrites
{
    public static InsertOutcome Insert(this Draft draft, Plan plan, byte[] document, ChangeRecord record)
    {
        if (draft.IsRepeated(record))
        {
            return InsertOutcome.Repeated;
        }

        if (draft.Plans.Plan(plan.Id) is { } existing)
        {
            return Print.AreSame(existing, plan) ? InsertOutcome.Unchanged : InsertOutcome.Conflict;
        }

        var sequence = draft.Sequence + 1;
        draft.Add(
            new PlanInserted(sequence, record, plan.Id, plan.Version, document),
            draft.Plans.Add(plan),
            new StoreChange(sequence, record, plan));
        return InsertOutcome.Inserted;
    }

    public static InsertOutcome Restore(this Draft draft, PlanLife life, byte[] document, long? replaced, ChangeRecord record)
    {
        var (plan, existing) = (life.Plan, draft.Plans.Plan(life.Plan.Id));
        if (existing?.Version != replaced)
        {
            return existing is not null && PlanFile.Write(existing).AsSpan().SequenceEqual(document) ? InsertOutcome.Unchanged : InsertOutcome.Conflict;
        }

        var sequence = draft.Sequence + 1;
        draft.Add(
            new PlanInserted(sequence, record, plan.Id, plan.Version, document) { IsReplacing = existing is not null, History = life.Events },
            existing is null ? draft.Plans.Add(plan) : draft.Plans.Put(plan),
            new StoreChange(sequence, record, plan));
        return InsertOutcome.Inserted;
    }

    public static Change<T> Change<T>(
        this Draft draft, string nodeId, Refusal notFound, long? expectedVersion, Func<T, Change<T>> change, ChangeRecord record)
        where T : class, ITrackedNode
    {
        if (draft.IsRepeated(record))
        {
            return new ChangeRepeated();
        }

        var (outcome, before) = JudgedChange.Of(draft.Plans.PlanOf(nodeId), nodeId, notFound, expectedVersion, change);
        if (before is not null)
        {
            draft.Add(before, outcome.Value!, record);
        }

        return outcome;
    }

    /// <summary>Lines that must all be read or none tell so.</summary>
    public static ImmutableArray<Change<PlanTask>> Change(this Draft draft, ImmutableArray<AskedChange> asked, bool isAtomic)
    {
        var series = new ChangeSeries(id => draft.Plans.Plan(id));
        ImmutableArray<Change<PlanTask>> outcomes = [.. asked.Select(change => draft.IsRepeated(change.Record) ? new ChangeRepeated() : series.Judge(change))];
        if (isAtomic && outcomes.Any(outcome => outcome.IsRefused))
        {
            return ChangeSeries.AllOrNone(outcomes);
        }

        var first = draft.Sequence + 1;
        var group = isAtomic && series.Made.Count > 1 ? new JournalGroup(first, draft.Sequence + series.Made.Count) : (JournalGroup?)null;
        foreach (var (change, before, after) in series.Made)
        {
            draft.Add(before, after, change.Record, group);
        }

        return outcomes;
    }

    private static void Add(this Draft draft, ITrackedNode before, ITrackedNode after, ChangeRecord record, JournalGroup? group = null)
    {
        var (sequence, plan) = (draft.Sequence + 1, after.Plan);
        draft.Add(
            new NodeChanged(sequence, record, plan.Id, plan.Version, after.Id, before.Progress, after.Progress) { Group = group },
            draft.Plans.Replace(plan),
            new StoreChange(sequence, record, plan) { Before = before, After = after });
    }
}
