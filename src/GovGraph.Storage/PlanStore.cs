using System.Collections.Immutable;
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

/// <summary>Where plans are kept: what can be asked, what can be changed. Faults of the store are a <see cref="StoreException"/>.</summary>
public abstract class PlanStore : IAsyncDisposable
{
    /// <summary>What was found at the start, and what could not be used.</summary>
    public abstract StoreReport Report { get; }

    /// <summary>Returns when the store answers and what is behind it can be reached; a <see cref="StoreException"/> where it can't.</summary>
    public abstract ValueTask Ping(CancellationToken cancellation = default);

    public abstract ValueTask<Plan?> GetPlan(string id, CancellationToken cancellation = default);

    public abstract ValueTask<PlanTask?> GetTask(string id, CancellationToken cancellation = default);

    /// <summary>A plan, anything below one, or a unit with its aliases from all plans of its body.</summary>
    public abstract ValueTask<INode?> GetNode(string id, CancellationToken cancellation = default);

    public abstract ValueTask<Page<Plan>> FindPlans(Query<Plan> query, CancellationToken cancellation = default);

    public abstract ValueTask<Page<PlanTask>> FindTasks(Query<PlanTask> query, CancellationToken cancellation = default);

    /// <summary>The indicators of all plans.</summary>
    public abstract ValueTask<Page<Indicator>> FindIndicators(Query<Indicator> query, CancellationToken cancellation = default);

    /// <summary>The units of all plans; those of one body with the same id are one.</summary>
    public abstract ValueTask<Page<Unit>> FindUnits(Query<Unit> query, CancellationToken cancellation = default);

    /// <summary>Counts the tasks of all plans in groups.</summary>
    public abstract ValueTask<Page<GroupedTasks>> GroupTasks(GroupQuery query, CancellationToken cancellation = default);

    /// <summary>What has happened, oldest first where no order is asked for. Whoever reads on behind the last cursor for ever is told everything once.</summary>
    /// <param name="query">What is asked; <c>involves</c> finds what has happened to the tasks that a unit takes part in now.</param>
    /// <param name="upToVersion">Leaves out what made a plan newer than this; cursors are the same with any.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    public abstract ValueTask<Page<HistoryEntry>> FindChanges(Query<HistoryEntry> query, long? upToVersion = null, CancellationToken cancellation = default);

    /// <summary>The plans as they stood at a moment.</summary>
    public abstract PastPlans At(DateTimeOffset moment);

    /// <summary>What happened under a key, if that is still remembered.</summary>
    /// <param name="name">Of the key.</param>
    /// <param name="now">When it is asked.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    public abstract ValueTask<PastChange?> FindChange(string name, DateTimeOffset now, CancellationToken cancellation = default);

    /// <summary>What happened under several keys, in their order.</summary>
    /// <param name="names">Of the keys.</param>
    /// <param name="now">When it is asked.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    public virtual async ValueTask<ImmutableArray<PastChange?>> FindChanges(ImmutableArray<string> names, DateTimeOffset now, CancellationToken cancellation = default)
    {
        var found = ImmutableArray.CreateBuilder<PastChange?>(names.Length);
        foreach (var name in names)
        {
            found.Add(await FindChange(name, now, cancellation).ConfigureAwait(false));
        }

        return found.MoveToImmutable();
    }

    /// <summary>The nodes in which all stands that is wanted, the best first.</summary>
    public abstract ValueTask<Page<SearchHit>> Search(SearchQuery query, CancellationToken cancellation = default);

    /// <summary>A plan with another id that is the same document: of the same body and year, with the same number. None where no number is printed.</summary>
    public async ValueTask<Plan?> FindSameDocument(Plan plan, CancellationToken cancellation = default)
    {
        if (plan.Number is not { } number)
        {
            return null;
        }

        var sameDocument = Filter.And(Filter.Object("issuer", Filter.Eq("id", plan.Issuer.Id)), Filter.Eq("year", plan.Year), Filter.Eq("number", number));
        return (await FindPlans(new Query<Plan> { Filter = sameDocument }, cancellation).ConfigureAwait(false)).Items.FirstOrDefault(other => other.Id != plan.Id);
    }

    /// <summary>Takes a plan in. Taking in again what the store has changes nothing.</summary>
    public abstract ValueTask<InsertOutcome> Insert(Plan plan, ChangeRecord record, CancellationToken cancellation = default);

    /// <summary>Changes a task at most once; what is returned is durable. Where the record's key named a change before, it is <see cref="ChangeRepeated"/> whatever else is wrong.</summary>
    /// <param name="taskId">The id of the task.</param>
    /// <param name="expectedVersion">The version that the caller has seen; null takes any.</param>
    /// <param name="change">Makes the changed task, or refuses. It may be asked again with a newer task, so it must do nothing else.</param>
    /// <param name="record">Who changes it, when and why.</param>
    /// <param name="cancellation">Frees the caller; a change already under way may still happen.</param>
    public abstract ValueTask<Change<PlanTask>> ChangeTask(
        string taskId,
        long? expectedVersion,
        Func<PlanTask, Change<PlanTask>> change,
        ChangeRecord record,
        CancellationToken cancellation = default);

    /// <summary>Whether several changes can happen together where their tasks are of several plans; otherwise they are refused with <see cref="OnePlanAtOnce"/>.</summary>
    public virtual bool ChangesSeveralPlansAtOnce => true;

    /// <summary>Changes several tasks, one after the other, in as few writes as can be; what is returned is durable. The outcomes stand in the order of the changes.</summary>
    /// <param name="changes">What is asked for; the same task may come again.</param>
    /// <param name="isAtomic">All happen or none; what would have happened is <see cref="NotApplied"/>. Otherwise each is judged for itself.</param>
    /// <param name="cancellation">Frees the caller; changes already under way may still happen.</param>
    public abstract ValueTask<ImmutableArray<Change<PlanTask>>> ChangeTasks(
        ImmutableArray<AskedChange> changes, bool isAtomic, CancellationToken cancellation = default);

    /// <summary>Changes an indicator in the same way as a task.</summary>
    public abstract ValueTask<Change<Indicator>> ChangeIndicator(
        string indicatorId,
        long? expectedVersion,
        Func<Indicator, Change<Indicator>> change,
        ChangeRecord record,
        CancellationToken cancellation = default);

    /// <summary>Every plan with its life, by id. It reads the whole store: a way out of it, not an answer to a question.</summary>
    public abstract IAsyncEnumerable<PlanLife> ReadLives(CancellationToken cancellation = default);

    /// <summary>Takes in a plan with a life that was kept elsewhere. Nothing is added to it, and what the store has already stays as it is.</summary>
    /// <param name="life">The plan, and what has happened to it.</param>
    /// <param name="replaced">The version of this plan that it takes the place of, its life included; null where the store must not have the plan.</param>
    /// <param name="record">Who does it, when and why; told to watchers.</param>
    /// <param name="cancellation">Frees the caller; it may still happen.</param>
    public abstract ValueTask<InsertOutcome> Restore(PlanLife life, long? replaced, ChangeRecord record, CancellationToken cancellation = default);

    /// <summary>What the files hold that evidence names, kept beside the plans.</summary>
    public abstract ContentStore Contents { get; }

    /// <summary>The changes from now on, in their order. A watcher that falls far behind is cut off with a <see cref="StoreException"/>.</summary>
    public abstract IAsyncEnumerable<StoreChange> Watch(CancellationToken cancellation = default);

    public abstract ValueTask DisposeAsync();
}
