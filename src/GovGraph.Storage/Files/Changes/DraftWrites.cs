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

        if (draft.Plans.PlanOf(nodeId)?.Tracked(nodeId) is not T before)
        {
            return notFound;
        }

        var version = before.Progress.Version;
        if (expectedVersion is { } expected && expected != version)
        {
            return new VersionConflict(expected, version);
        }

        var changed = change(before);
        if (changed.IsRefused)
        {
            return changed;
        }

        // Taken over through its progress, so that nothing else of it can change what the journal would not tell.
        var progress = changed.Value.Progress;
        if (changed.Value.Id != nodeId || progress.Version != version + 1)
        {
            throw new ArgumentException($"A change of {nodeId} must give the same node with version {version + 1}.", nameof(change));
        }

        var plan = before.Plan.With(before.WithProgress(progress));
        var after = (T)plan.Tracked(nodeId)!;
        var sequence = draft.Sequence + 1;
        draft.Add(
            new NodeChanged(sequence, record, plan.Id, plan.Version, nodeId, before.Progress, progress),
            draft.Plans.Replace(plan),
            new StoreChange(sequence, record, plan) { Before = before, After = after });
        return after;
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
            var (sequence, plan) = (draft.Sequence + 1, after.Plan);
            draft.Add(
                new NodeChanged(sequence, change.Record, plan.Id, plan.Version, after.Id, before.Progress, after.Progress) { Group = group },
                draft.Plans.Replace(plan),
                new StoreChange(sequence, change.Record, plan) { Before = before, After = after });
        }

        return outcomes;
    }
}
