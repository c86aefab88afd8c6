using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.MongoDb.Documents;

namespace GovGraph.Storage.MongoDb;

/// <summary>Several changes at once: all those of one plan are one command, and those of several plans a transaction where they must all happen.</summary>
internal sealed partial class PlanChanges
{
    public async Task<ImmutableArray<Change<PlanTask>>> Change(ImmutableArray<AskedChange> asked, bool isAtomic, CancellationToken cancellation)
    {
        var byPlan = asked.Select((change, index) => (change, index)).GroupBy(item => item.change.PlanId, StringComparer.Ordinal).ToList();
        if (isAtomic && byPlan.Count > 1 && !hasTransactions)
            return [.. asked.Select(_ => (Change<PlanTask>)new OnePlanAtOnce())];
        if (isAtomic)
            return await Together(asked, isAtomic, cancellation).ConfigureAwait(false);
        var outcomes = new Change<PlanTask>[asked.Length];
        foreach (var ofPlan in byPlan)
        {
            var made = await Together([.. ofPlan.Select(item => item.change)], isAtomic, cancellation).ConfigureAwait(false);
            foreach (var (outcome, (_, index)) in made.Zip(ofPlan))
                outcomes[index] = outcome;
        }
        return [.. outcomes];
    }

    /// <summary>Makes in one write what is not refused.</summary>
    private async Task<ImmutableArray<Change<PlanTask>>> Together(ImmutableArray<AskedChange> asked, bool isAtomic, CancellationToken cancellation)
    {
        // In one order for all, so that bulks of two servers meet at the first plan that they have in common.
        string[] planIds = [.. asked.Select(change => change.PlanId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var ids = asked.Select(change => change.Record.Key?.Name ?? NewId()).ToArray();
        var isRepeated = new bool[asked.Length];
        using var turn = await _lanes.Enter(planIds, cancellation).ConfigureAwait(false);
        for (var isLooked = false; ;)
        {
            var plans = await loader.Load(planIds, cancellation).ConfigureAwait(false);
            var series = new ChangeSeries(plans.GetValueOrDefault);
            ImmutableArray<Change<PlanTask>> outcomes = [.. asked.Select((change, i) => isRepeated[i] ? new ChangeRepeated() : series.Judge(change))];
            var isRefused = outcomes.Any(outcome => outcome.IsRefused);
            // What is refused may have happened before; then the others are judged anew.
            if (isRefused && !isLooked && await Look(asked, ids, isRepeated, cancellation).ConfigureAwait(false))
            {
                isLooked = true;
                continue;
            }
            isLooked = true;
            if (isAtomic && isRefused)
                return ChangeSeries.AllOrNone(outcomes);
            if (series.Made.Count == 0)
                return outcomes;
            var idOf = asked.Zip(ids).ToDictionary(item => item.First, item => item.Second, (IEqualityComparer<AskedChange>)ReferenceEqualityComparer.Instance);
            var byPlan = series.Made.GroupBy(made => made.Asked.PlanId, StringComparer.Ordinal).OrderBy(made => made.Key, StringComparer.Ordinal).ToList();
            if (await Write([.. byPlan.Select(made => WriteOf(plans[made.Key], [.. made], idOf))], cancellation).ConfigureAwait(false))
            {
                foreach (var made in byPlan)
                    cache.Keep(made.Last().After.Plan);
                return outcomes;
            }
            await Look(asked, ids, isRepeated, cancellation).ConfigureAwait(false);
        }
    }

    private static PlanWrite WriteOf(Plan plan, IReadOnlyList<(AskedChange Asked, PlanTask Before, PlanTask After)> made, Dictionary<AskedChange, string> idOf)
    {
        PlanChange[] changes =
        [
            .. made.Select(one => new PlanChange(idOf[one.Asked], one.After.Plan.Version, one.Asked.Record)
            {
                NodeId = one.After.Id,
                Before = one.Before.Progress,
                After = one.After.Progress,
            }),
        ];
        var last = made.GroupBy(one => one.After.Id).Select(ofTask => ofTask.Last().After);
        return PlanWrite.Of(plan, last.Select(task => ((ITrackedNode)task, (NodeProgress)task.Progress)), changes);
    }

    /// <summary>Finds out which of the keys have named a change, and what ids the others are to have; false where none has one.</summary>
    private async Task<bool> Look(ImmutableArray<AskedChange> asked, string[] ids, bool[] isRepeated, CancellationToken cancellation)
    {
        if (asked[0].Record.Key is null)
            return false;
        var known = await keys.Look([.. asked.Select(change => change.Record.Key!.Name)], asked[0].Record.At, cancellation).ConfigureAwait(false);
        for (var i = 0; i < ids.Length; i++)
            (isRepeated[i], ids[i]) = known[asked[i].Record.Key!.Name];
        return isRepeated.Contains(true);
    }
}
