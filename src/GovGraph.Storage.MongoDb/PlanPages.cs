using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.MongoDb.Queries;
using GovGraph.Storage.Paging;

namespace GovGraph.Storage.MongoDb;

/// <summary>Pages of plans and of tasks as they are now.</summary>
internal sealed class PlanPages(Pages pages, PlanLoader loader)
{
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
}
