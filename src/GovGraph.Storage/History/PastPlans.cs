using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Paging;

namespace GovGraph.Storage.History;

/// <summary>The plans as they stood at a moment: those that were there, with what had happened to them by then. A print is the one that the plan has now.</summary>
public abstract class PastPlans
{
    public abstract ValueTask<Plan?> GetPlan(string id, CancellationToken cancellation = default);

    public abstract ValueTask<Page<Plan>> FindPlans(Query<Plan> query, CancellationToken cancellation = default);

    public abstract ValueTask<Page<PlanTask>> FindTasks(Query<PlanTask> query, CancellationToken cancellation = default);

    public abstract ValueTask<Page<Indicator>> FindIndicators(Query<Indicator> query, CancellationToken cancellation = default);

    public async ValueTask<PlanTask?> GetTask(string id, CancellationToken cancellation = default) =>
        (await GetPlan(id.Split('/', 2)[0], cancellation).ConfigureAwait(false))?.Task(id);
}
