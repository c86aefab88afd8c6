using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Documents;

namespace GovGraph.Storage.MongoDb;

/// <summary>Several changes at once: all those of one plan are one command.</summary>
internal sealed partial class PlanChanges
{
    public async Task<ImmutableArray<Change<PlanTask>>> Change(ImmutableArray<AskedChange> asked, bool isAtomic, CancellationToken cancellation)
    {
        var byPlan = asked.Select((change, index) => (change, index)).GroupBy(item => item.change.PlanId, StringComparer.Ordinal).ToList();
        if (isAtomic && byPlan.Count > 1)
            return [.. asked.Select(_ => (Change<PlanTask>)new OnePlanAtOnce())];
        var outcomes = new Change<PlanTask>[asked.Length];
        foreach (var ofPlan in byPlan)
        {
            var made = await Change(ofPlan.Key, [.. ofPlan.Select(item => item.change)], isAtomic, cancellation).ConfigureAwait(false);
            foreach (var (outcome, (_, index)) in made.Zip(ofPlan))
                outcomes[index] = outcome;
        }
        return [.. outcomes];
    }

    private async Task<ImmutableArray<Change<PlanTask>>> Change(string planId, ImmutableArray<AskedChange> asked, bool isAtomic, CancellationToken cancellation)
    {
        var ids = asked.Select(change => change.Record.Key?.Name ?? NewId()).ToArray();
        var isRepeated = new bool[asked.Length];
        var lane = LaneOf(planId);
        await lane.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            for (var isLooked = false; ;)
            {
                var plan = await loader.Load(planId, cancellation).ConfigureAwait(false);
                var series = new ChangeSeries(_ => plan);
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
                PlanChange[] changes =
                [
                    .. series.Made.Select(made => new PlanChange(idOf[made.Asked], made.After.Plan.Version, made.Asked.Record)
                    {
                        NodeId = made.After.Id,
                        Before = made.Before.Progress,
                        After = made.After.Progress,
                    }),
                ];
                if (await Write(planId, Command(plan!, series, changes), changes[^1], cancellation).ConfigureAwait(false))
                {
                    cache.Keep(series.Made[^1].After.Plan);
                    return outcomes;
                }
                await Look(asked, ids, isRepeated, cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            lane.Release();
        }
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

    private static FindAndModify Command(Plan plan, ChangeSeries series, PlanChange[] changes)
    {
        var last = series.Made.GroupBy(made => made.After.Id).Select(made => made.Last().After).Select(task => (Place: NodePlace.Numbered(task), task.Progress)).ToList();
        return new FindAndModify(
            Collections.Plans,
            filter =>
            {
                filter.String("_id"u8, plan.Id).Int64("version"u8, plan.Version);
                if (changes[0].Record.Key is null)
                    return;
                filter.BeginDocument("changes.id"u8).BeginArray("$nin"u8);
                foreach (var change in changes)
                    filter.String([], change.Id);
                filter.End().End();
            },
            update =>
            {
                update.BeginDocument("$set"u8);
                foreach (var (place, progress) in last)
                    ProgressBson.Set(update, place.Path, progress);
                update.Int64("version"u8, changes[^1].PlanVersion).End();
                ProgressBson.Unset(update, [.. last.Select(row => (row.Place.Path, (NodeProgress)row.Progress))]);
                update.BeginDocument("$push"u8);
                Each(update, "changes"u8, changes, change => change.Write(update));
                Each(update, Unnumbered.Member, changes, change => new Unnumbered(change.Id, change.Record.At).Write(update));
                update.End();
            },
            arrays =>
            {
                foreach (var (member, value) in last.SelectMany(row => row.Place.Filters).Distinct())
                    arrays.BeginDocument().String(System.Text.Encoding.UTF8.GetBytes(member), value).End();
            });
    }

    private static void Each(BsonWriter update, ReadOnlySpan<byte> member, PlanChange[] changes, Action<PlanChange> write)
    {
        update.BeginDocument(member).BeginArray("$each"u8);
        foreach (var change in changes)
        {
            update.BeginDocument();
            write(change);
            update.End();
        }
        update.End().End();
    }
}
