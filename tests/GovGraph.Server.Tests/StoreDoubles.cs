using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage;
using GovGraph.Storage.Contents;
using GovGraph.Storage.Grouping;
using GovGraph.Storage.History;
using GovGraph.Storage.Paging;
using GovGraph.Storage.Search;

namespace GovGraph.Server.Tests;

/// <summary>A store that can do nothing, for those below to begin with.</summary>
internal abstract class UselessStore : PlanStore
{
    public override StoreReport Report => throw Fault();

    public override ValueTask Ping(CancellationToken cancellation = default) => throw Fault();

    public override ValueTask<Plan?> GetPlan(string id, CancellationToken cancellation = default) => throw Fault();

    public override ValueTask<PlanTask?> GetTask(string id, CancellationToken cancellation = default) => throw Fault();

    public override ValueTask<INode?> GetNode(string id, CancellationToken cancellation = default) => throw Fault();

    public override ValueTask<Page<Plan>> FindPlans(Query<Plan> query, CancellationToken cancellation = default) => throw Fault();

    public override ValueTask<Page<PlanTask>> FindTasks(Query<PlanTask> query, CancellationToken cancellation = default) => throw Fault();

    public override ValueTask<Page<Indicator>> FindIndicators(Query<Indicator> query, CancellationToken cancellation = default) => throw Fault();

    public override ValueTask<Page<Unit>> FindUnits(Query<Unit> query, CancellationToken cancellation = default) => throw Fault();

    public override ValueTask<Page<GroupedTasks>> GroupTasks(GroupQuery query, CancellationToken cancellation = default) => throw Fault();

    public override ValueTask<Page<HistoryEntry>> FindChanges(Query<HistoryEntry> query, long? upToVersion = null, CancellationToken cancellation = default) => throw Fault();

    public override ValueTask<PastChange?> FindChange(string name, DateTimeOffset now, CancellationToken cancellation = default) => throw Fault();

    public override PastPlans At(DateTimeOffset moment) => throw Fault();

    public override ValueTask<Page<SearchHit>> Search(SearchQuery query, CancellationToken cancellation = default) => throw Fault();

    public override ValueTask<InsertOutcome> Insert(Plan plan, ChangeRecord record, CancellationToken cancellation = default) => throw Fault();

    public override ValueTask<Change<PlanTask>> ChangeTask(
        string taskId, long? expectedVersion, Func<PlanTask, Change<PlanTask>> change, ChangeRecord record, CancellationToken cancellation = default) => throw Fault();

    public override ValueTask<ImmutableArray<Change<PlanTask>>> ChangeTasks(
        ImmutableArray<AskedChange> changes, bool isAtomic, CancellationToken cancellation = default) => throw Fault();

    public override ValueTask<Change<Indicator>> ChangeIndicator(
        string indicatorId, long? expectedVersion, Func<Indicator, Change<Indicator>> change, ChangeRecord record, CancellationToken cancellation = default) => throw Fault();

    public override IAsyncEnumerable<PlanLife> ReadLives(CancellationToken cancellation = default) => throw Fault();

    public override ValueTask<InsertOutcome> Restore(PlanLife life, long? replaced, ChangeRecord record, CancellationToken cancellation = default) => throw Fault();

    public override ContentStore Contents => throw Fault();

    public override IAsyncEnumerable<StoreChange> Watch(CancellationToken cancellation = default) => throw Fault();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected abstract Exception Fault();
}

/// <summary>Fails with what no caller should read.</summary>
internal sealed class ThrowingStore : UselessStore
{
    public const string Secret = "the password of /var/lib/govgraph is 1234";

    protected override Exception Fault() => new StoreException(Secret);
}

/// <summary>Looks for a plan until its caller gives up.</summary>
internal sealed class WaitingStore : UselessStore
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the store is asked.</summary>
    public Task Asked => _asked.Task;

    /// <summary>Completes when what was asked is wanted no more.</summary>
    public Task Cancelled => _cancelled.Task;

    public override async ValueTask Ping(CancellationToken cancellation = default) => await GetPlan("", cancellation);

    public override async ValueTask<Plan?> GetPlan(string id, CancellationToken cancellation = default)
    {
        await using var registration = cancellation.Register(_cancelled.SetResult);
        _asked.SetResult();
        await Task.Delay(Timeout.Infinite, cancellation);
        return null;
    }

    protected override Exception Fault() => new NotSupportedException();
}
