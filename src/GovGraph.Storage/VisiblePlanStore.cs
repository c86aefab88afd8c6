using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.Contents;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Grouping;
using GovGraph.Storage.History;
using GovGraph.Storage.Paging;
using GovGraph.Storage.Search;

namespace GovGraph.Storage;

/// <summary>A store as somebody sees it who may see the plans of some bodies only: to him the others are not there, neither to read nor to change.</summary>
/// <param name="store">All plans; it stays open.</param>
/// <param name="bodies">The ids of the bodies.</param>
public sealed class VisiblePlanStore(PlanStore store, ImmutableArray<string> bodies) : PlanStore
{
    private readonly Filter visiblePlans = Filter.Object("issuer", Filter.In("id", [.. bodies.Cast<object?>()]));

    public override StoreReport Report => store.Report;

    /// <summary>All of them: who may not see the evidence that names one does not learn that it is there.</summary>
    public override ContentStore Contents => store.Contents;

    public override ValueTask Ping(CancellationToken cancellation = default) => store.Ping(cancellation);

    public override async ValueTask<Plan?> GetPlan(string id, CancellationToken cancellation = default) =>
        Seen(await store.GetPlan(id, cancellation).ConfigureAwait(false));

    public override async ValueTask<PlanTask?> GetTask(string id, CancellationToken cancellation = default) =>
        await store.GetTask(id, cancellation).ConfigureAwait(false) is { } task && Sees(task.Plan) ? task : null;

    public override async ValueTask<INode?> GetNode(string id, CancellationToken cancellation = default) =>
        await store.GetNode(id, cancellation).ConfigureAwait(false) switch
        {
            null => null,
            Unit unit => bodies.Contains(unit.Issuer.Id) ? unit : null,
            Plan plan => Seen(plan),
            ITrackedNode node => Sees(node.Plan) ? node : null,
            // What else can be asked for by an id stands in the plan that the id begins with.
            var node => await GetPlan(PlanIdOf(id), cancellation).ConfigureAwait(false) is null ? null : node,
        };

    public override ValueTask<Page<Plan>> FindPlans(Query<Plan> query, CancellationToken cancellation = default) =>
        store.FindPlans(query with { Filter = Within(visiblePlans, query.Filter) }, cancellation);

    public override ValueTask<Page<PlanTask>> FindTasks(Query<PlanTask> query, CancellationToken cancellation = default) =>
        store.FindTasks(query with { Filter = OfRows(query.Filter) }, cancellation);

    public override ValueTask<Page<Indicator>> FindIndicators(Query<Indicator> query, CancellationToken cancellation = default) =>
        store.FindIndicators(query with { Filter = OfRows(query.Filter) }, cancellation);

    public override ValueTask<Page<Unit>> FindUnits(Query<Unit> query, CancellationToken cancellation = default) =>
        store.FindUnits(query with { Filter = Within(visiblePlans, query.Filter) }, cancellation);

    public override ValueTask<Page<GroupedTasks>> GroupTasks(GroupQuery query, CancellationToken cancellation = default) =>
        store.GroupTasks(query with { Filter = OfRows(query.Filter) }, cancellation);

    public override async ValueTask<Page<HistoryEntry>> FindChanges(
        Query<HistoryEntry> query, long? upToVersion = null, CancellationToken cancellation = default) =>
        await store.FindChanges(query with { Within = Within(await OfChanges(query, cancellation).ConfigureAwait(false), query.Within) }, upToVersion, cancellation).ConfigureAwait(false);

    public override async ValueTask<PastChange?> FindChange(string name, DateTimeOffset now, CancellationToken cancellation = default) =>
        await store.FindChange(name, now, cancellation).ConfigureAwait(false) is { } change && Sees(change.Plan) ? change : null;

    public override async ValueTask<ImmutableArray<PastChange?>> FindChanges(ImmutableArray<string> names, DateTimeOffset now, CancellationToken cancellation = default) =>
        [.. (await store.FindChanges(names, now, cancellation).ConfigureAwait(false)).Select(change => change is not null && Sees(change.Plan) ? change : null)];

    public override PastPlans At(DateTimeOffset moment) => new VisiblePast(this, store.At(moment));

    public override ValueTask<Page<SearchHit>> Search(SearchQuery query, CancellationToken cancellation = default) =>
        store.Search(query with { Plans = Within(visiblePlans, query.Plans) }, cancellation);

    public override async ValueTask<InsertOutcome> Insert(Plan plan, ChangeRecord record, CancellationToken cancellation = default) =>
        await CanTakeIn(plan, cancellation).ConfigureAwait(false) ? await store.Insert(plan, record, cancellation).ConfigureAwait(false) : InsertOutcome.Conflict;

    public override async ValueTask<Change<PlanTask>> ChangeTask(
        string taskId,
        long? expectedVersion,
        Func<PlanTask, Change<PlanTask>> change,
        ChangeRecord record,
        CancellationToken cancellation = default)
    {
        var notFound = new TaskNotFound(taskId);

        // Asked before, since the store compares versions first; and again of the task as it is when it is changed.
        if (await GetTask(taskId, cancellation).ConfigureAwait(false) is null)
        {
            return notFound;
        }

        return await store.ChangeTask(taskId, expectedVersion, task => Sees(task.Plan) ? change(task) : notFound, record, cancellation).ConfigureAwait(false);
    }

    public override bool ChangesSeveralPlansAtOnce => store.ChangesSeveralPlansAtOnce;

    public override async ValueTask<ImmutableArray<Change<PlanTask>>> ChangeTasks(
        ImmutableArray<AskedChange> changes, bool isAtomic, CancellationToken cancellation = default)
    {
        var seen = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var planId in changes.Select(change => change.PlanId).Distinct())
        {
            seen.Add(planId, await GetPlan(planId, cancellation).ConfigureAwait(false) is not null);
        }

        // Those of other plans are not told of, also where a version is expected; and the plan is looked at again when it is changed.
        return await store.ChangeTasks(
            [
                .. changes.Select(change => change with
                {
                    ExpectedVersion = seen[change.PlanId] ? change.ExpectedVersion : null,
                    Make = task => Sees(task.Plan) ? change.Make(task) : new TaskNotFound(change.TaskId),
                }),
            ],
            isAtomic,
            cancellation).ConfigureAwait(false);
    }

    public override async ValueTask<Change<Indicator>> ChangeIndicator(
        string indicatorId,
        long? expectedVersion,
        Func<Indicator, Change<Indicator>> change,
        ChangeRecord record,
        CancellationToken cancellation = default)
    {
        var notFound = new IndicatorNotFound(indicatorId);
        if (await GetNode(indicatorId, cancellation).ConfigureAwait(false) is null)
        {
            return notFound;
        }

        return await store.ChangeIndicator(
            indicatorId, expectedVersion, indicator => Sees(indicator.Plan) ? change(indicator) : notFound, record, cancellation).ConfigureAwait(false);
    }

    public override async IAsyncEnumerable<PlanLife> ReadLives([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var life in store.ReadLives(cancellation).ConfigureAwait(false))
        {
            if (Sees(life.Plan))
            {
                yield return life;
            }
        }
    }

    public override async ValueTask<InsertOutcome> Restore(PlanLife life, long? replaced, ChangeRecord record, CancellationToken cancellation = default) =>
        await CanTakeIn(life.Plan, cancellation).ConfigureAwait(false)
            ? await store.Restore(life, replaced, record, cancellation).ConfigureAwait(false)
            : InsertOutcome.Conflict;

    public override async IAsyncEnumerable<StoreChange> Watch([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var change in store.Watch(cancellation).ConfigureAwait(false))
        {
            if (Sees(change.Plan))
            {
                yield return change;
            }
        }
    }

    /// <summary>Another one opened the store and closes it.</summary>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private bool Sees(Plan plan) => bodies.Contains(plan.Issuer.Id);

    private Plan? Seen(Plan? plan) => plan is not null && Sees(plan) ? plan : null;

    private Filter OfRows(Filter? asked) => Within(Filter.Object("plan", visiblePlans), asked);

    /// <summary>The changes of one plan where only one is asked for, else of all plans that are seen.</summary>
    private async ValueTask<Filter> OfChanges(Query<HistoryEntry> query, CancellationToken cancellation)
    {
        if (HistoryFilters.PlanOf(query.Filter) is { } only)
        {
            return await GetPlan(only, cancellation).ConfigureAwait(false) is null ? Filter.Or() : Filter.Eq("plan", only);
        }

        var plans = await FindPlans(new Query<Plan>(), cancellation).ConfigureAwait(false);
        return Filter.In("plan", [.. plans.Items.Select(plan => (object?)plan.Id)]);
    }

    /// <summary>Whether the plan is of a body that is seen, and takes the place of none that isn't.</summary>
    private async ValueTask<bool> CanTakeIn(Plan plan, CancellationToken cancellation) =>
        Sees(plan) && (await store.GetPlan(plan.Id, cancellation).ConfigureAwait(false) is not { } existing || Sees(existing));

    /// <summary>Side by side with what is asked, so that a store finds the narrowest part.</summary>
    private static Filter Within(Filter visible, Filter? asked) => asked switch
    {
        null => visible,
        AllOf all => Filter.And([visible, .. all.Filters]),
        _ => Filter.And(visible, asked),
    };

    private static string PlanIdOf(string nodeId) => nodeId.Split('/', 2)[0];

    private sealed class VisiblePast(VisiblePlanStore visible, PastPlans past) : PastPlans
    {
        public override async ValueTask<Plan?> GetPlan(string id, CancellationToken cancellation = default) =>
            visible.Seen(await past.GetPlan(id, cancellation).ConfigureAwait(false));

        public override ValueTask<Page<Plan>> FindPlans(Query<Plan> query, CancellationToken cancellation = default) =>
            past.FindPlans(query with { Filter = Within(visible.visiblePlans, query.Filter) }, cancellation);

        public override ValueTask<Page<PlanTask>> FindTasks(Query<PlanTask> query, CancellationToken cancellation = default) =>
            past.FindTasks(query with { Filter = visible.OfRows(query.Filter) }, cancellation);

        public override ValueTask<Page<Indicator>> FindIndicators(Query<Indicator> query, CancellationToken cancellation = default) =>
            past.FindIndicators(query with { Filter = visible.OfRows(query.Filter) }, cancellation);
    }
}
