using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Memory;
using GovGraph.Storage.MongoDb.Queries;
using GovGraph.Storage.Paging;
using Range = GovGraph.Storage.MongoDb.Queries.Range;

namespace GovGraph.Storage.MongoDb.Paging;

/// <summary>Pages of plans, of tasks and of indicators as they are now.</summary>
internal sealed class PlanPages(Pages pages, PlanLoader loader)
{
    private const int AtOnce = 64;

    /// <param name="query">What is asked.</param>
    /// <param name="keyset">Its order and cursors.</param>
    /// <param name="only">A condition on plans that stands before all others; null for none.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<Page<Plan>> Plans(Query<Plan> query, Keyset<Plan> keyset, Mql? only, CancellationToken cancellation)
    {
        var pipeline = new PlanPipeline(query.Filter, new SortKeys(keyset.Terms)) { Only = only };
        return pages.Read(query, keyset, pipeline, PlanRow.Read, Load, cancellation);

        async Task<ImmutableArray<Plan>> Load(IReadOnlyList<PlanRow> rows)
        {
            var plans = await loader.Load(rows, cancellation).ConfigureAwait(false);
            return [.. rows.Select(row => plans.GetValueOrDefault(row.Id)).OfType<Plan>()];
        }
    }

    /// <param name="query">What is asked.</param>
    /// <param name="keyset">Its order and cursors.</param>
    /// <param name="only">A condition on plans that stands before all others; null for none.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task<Page<PlanTask>> Tasks(Query<PlanTask> query, Keyset<PlanTask> keyset, Mql? only, CancellationToken cancellation)
    {
        var pipeline = new TaskPipeline(query.Filter, new SortKeys(keyset.Terms), keyset.IsDefault) { Only = only };
        return pages.Read(query, keyset, pipeline, TaskRow.Read, Load, cancellation);

        async Task<ImmutableArray<PlanTask>> Load(IReadOnlyList<TaskRow> rows)
        {
            var plans = await loader.Load(rows.Select(row => row.Plan), cancellation).ConfigureAwait(false);
            return [.. rows.Select(row => plans.GetValueOrDefault(row.Plan.Id)?.Tasks.ElementAtOrDefault(row.Ordinal)).OfType<PlanTask>()];
        }
    }

    /// <summary>The server tells which plans can have such indicators; these are read, as far as they changed since, and asked in memory, some at a time.</summary>
    /// <param name="query">What is asked.</param>
    /// <param name="keyset">Its order and cursors.</param>
    /// <param name="only">A condition on plans that stands before all others; null for none.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<Page<Indicator>> Indicators(Query<Indicator> query, Keyset<Indicator> keyset, Mql? only, CancellationToken cancellation)
    {
        var rows = await pages.Rows(new IndicatorPlans(query.Filter) { Only = only }, Range.All, PlanRow.Read, cancellation).ConfigureAwait(false);
        var matches = query.Filter?.Compile(FieldMaps.Indicators);
        var merged = new MergedPages<Indicator>(keyset, query.Page);
        var part = query with { Page = merged.OfEachPart };
        merged.Add(PageReader.Read([], matches, keyset, part));
        foreach (var some in rows.Chunk(AtOnce))
        {
            var plans = await loader.Load(some, cancellation).ConfigureAwait(false);
            merged.Add(PageReader.Read([.. some.SelectMany(row => plans.GetValueOrDefault(row.Id)?.Indicators ?? [])], matches, keyset, part));
            // Plans come in the order of their ids: what stands behind a full page is of later ones.
            if (keyset.IsDefault && query.Page.Last is null && !query.WithTotalCount && merged.Page.HasNextPage)
                break;
        }
        return merged.Page;
    }
}
