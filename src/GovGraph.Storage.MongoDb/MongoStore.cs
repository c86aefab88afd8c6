using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Search;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.Audit;
using GovGraph.Storage.Contents;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Grouping;
using GovGraph.Storage.History;
using GovGraph.Storage.MongoDb.Audit;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Contents;
using GovGraph.Storage.MongoDb.Documents;
using GovGraph.Storage.MongoDb.Feed;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.MongoDb.Paging;
using GovGraph.Storage.MongoDb.Queries;
using GovGraph.Storage.MongoDb.Webhooks;
using GovGraph.Storage.Paging;
using GovGraph.Storage.Search;
using GovGraph.Storage.Webhooks;

namespace GovGraph.Storage.MongoDb;

/// <summary>Plans in MongoDB, each one document.</summary>
public sealed class MongoStore : PlanStore
{
    private const int CachedPlans = 1024;

    private readonly MongoConnection _connection;
    private readonly PlanLoader _loader;
    private readonly ChangeKeys _keys;
    private readonly PlanChanges _changes;
    private readonly Pages _pages;
    private readonly PlanPages _planPages;
    private readonly ChangeFeed _feed;
    private readonly UnitArrangement _units;
    private readonly PlanWatch _watch;
    private readonly PlanLives _lives;
    private readonly MongoContents _contents;
    private int _isClosed;

    private MongoStore(MongoConnection connection, MongoStartup startup, TimeProvider time, Action<string>? log)
    {
        var cache = new PlanCache(CachedPlans);
        _connection = connection;
        _loader = new PlanLoader(connection, cache);
        _keys = new ChangeKeys(connection, startup.HasChangeStreams);
        _changes = new PlanChanges(connection, _loader, cache, _keys, startup.HasTransactions);
        _pages = new Pages(connection);
        _planPages = new PlanPages(_pages, _loader);
        _feed = new ChangeFeed(connection, _pages, startup.HasChangeStreams);
        _units = new UnitArrangement(_pages);
        _watch = new PlanWatch(connection, startup.HasChangeStreams, log);
        _lives = new PlanLives(connection, _loader, cache, _keys);
        _contents = new MongoContents(connection, time);
        Startup = startup;
        Report = new StoreReport { Location = $"mongodb://{startup.Hosts}/{startup.Database}", Plans = startup.Plans, Tasks = startup.Tasks };
    }

    public override StoreReport Report { get; }

    public override ContentStore Contents => _contents;

    public MongoStartup Startup { get; }

    /// <summary>Connects, checks what is there and makes the indexes that are missing; whatever is wrong is a <see cref="StoreException"/> of one line.</summary>
    /// <param name="settings">Where the server is.</param>
    /// <param name="time">The clock of time-outs.</param>
    /// <param name="log">Takes a line at a time: warnings of the store and of the driver.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<MongoStore> Open(MongoSettings settings, TimeProvider time, Action<string>? log = null, CancellationToken cancellation = default)
    {
        MongoConnection? connection = null;
        try
        {
            connection = MongoConnection.Open(settings, time, log);
            return new MongoStore(connection, await StartupCheck.Run(connection, cancellation).ConfigureAwait(false), time, log);
        }
        catch (Exception fault)
        {
            connection?.Dispose();
            if (fault is MongoException or Bson.BsonException or DllNotFoundException)
                throw new StoreException(fault.Message, fault);
            throw;
        }
    }

    /// <summary>Webhooks, in a collection beside the plans.</summary>
    public WebhookStore Webhooks() => new MongoWebhookStore(_connection);

    public override async ValueTask Ping(CancellationToken cancellation = default) =>
        await Guarded(() => _connection.Run(new Ping(), cancellation)).ConfigureAwait(false);

    public override async ValueTask<Plan?> GetPlan(string id, CancellationToken cancellation = default) =>
        await Guarded(() => _loader.Load(id, cancellation)).ConfigureAwait(false);

    public override async ValueTask<PlanTask?> GetTask(string id, CancellationToken cancellation = default) =>
        (await GetPlan(PlanChanges.PlanIdOf(id), cancellation).ConfigureAwait(false))?.Task(id);

    public override async ValueTask<INode?> GetNode(string id, CancellationToken cancellation = default)
    {
        var plan = await GetPlan(PlanChanges.PlanIdOf(id), cancellation).ConfigureAwait(false);
        if (plan?.Node(id) is { } node)
            return node;
        var units = await FindUnits(new Query<Unit> { Filter = Filter.Eq("id", id) }, cancellation).ConfigureAwait(false);
        return units.Items.FirstOrDefault();
    }

    public override async ValueTask<Page<Plan>> FindPlans(Query<Plan> query, CancellationToken cancellation = default) =>
        await Guarded(() => _planPages.Plans(query, new Keyset<Plan>(FieldMaps.Plans, query), only: null, cancellation)).ConfigureAwait(false);

    public override async ValueTask<Page<PlanTask>> FindTasks(Query<PlanTask> query, CancellationToken cancellation = default) =>
        await Guarded(() => _planPages.Tasks(query, new Keyset<PlanTask>(FieldMaps.Tasks, query), only: null, cancellation)).ConfigureAwait(false);

    public override async ValueTask<Page<Indicator>> FindIndicators(Query<Indicator> query, CancellationToken cancellation = default) =>
        await Guarded(() => _planPages.Indicators(query, new Keyset<Indicator>(FieldMaps.Indicators, query), only: null, cancellation)).ConfigureAwait(false);

    public override async ValueTask<PastChange?> FindChange(string name, DateTimeOffset now, CancellationToken cancellation = default) =>
        await Guarded(() => _keys.Find(name, now, cancellation)).ConfigureAwait(false);

    public override async ValueTask<ImmutableArray<PastChange?>> FindChanges(ImmutableArray<string> names, DateTimeOffset now, CancellationToken cancellation = default) =>
        await Guarded(() => _keys.Find(names, now, cancellation)).ConfigureAwait(false);

    public override PastPlans At(DateTimeOffset moment) => new MongoPastPlans(_connection, _planPages, moment);

    public override async ValueTask<Page<Unit>> FindUnits(Query<Unit> query, CancellationToken cancellation = default)
    {
        // A cursor keeps the figures that its unit was sorted by.
        var figures = new Dictionary<string, Dictionary<string, object>>(StringComparer.Ordinal);
        UnitPipeline pipeline = null!;
        var keyset = new Keyset<Unit>(UnitFields.With(scope => unit => new RowFigures(figures[unit.Id], pipeline.Figures, scope)), query);
        pipeline = new UnitPipeline(query.Filter, new SortKeys(keyset.Terms));
        return await Guarded(() => _pages.Read(query, keyset, pipeline, UnitReader.Read, Load, cancellation)).ConfigureAwait(false);

        Task<ImmutableArray<Unit>> Load(IReadOnlyList<UnitRow> rows)
        {
            foreach (var row in rows)
                figures[row.Unit.Id] = row.Figures;
            return _units.Arrange(rows, cancellation);
        }
    }

    public override async ValueTask<Page<GroupedTasks>> GroupTasks(GroupQuery query, CancellationToken cancellation = default)
    {
        var map = GroupedTasksFields.MapOf(query);
        var keyset = new Keyset<GroupedTasks>(map, query.Groups);
        var pipeline = new GroupPipeline(query, map, new SortKeys(keyset.Terms));
        return await Guarded(() => _pages.Read(
            query.Groups, keyset, pipeline, GroupRow.Read, rows => new GroupNodes(this).Name(rows, cancellation), cancellation)).ConfigureAwait(false);
    }

    public override async ValueTask<Page<HistoryEntry>> FindChanges(
        Query<HistoryEntry> query, long? upToVersion = null, CancellationToken cancellation = default)
    {
        var asked = await InvolvedTasks.Resolve(query.Filter, FindTasks, cancellation).ConfigureAwait(false);
        var filter = HistoryFilters.Of(asked, query.Within, upToVersion);
        return await Guarded(() => _feed.Find(query, filter, cancellation)).ConfigureAwait(false);
    }

    public override async ValueTask<Page<SearchHit>> Search(SearchQuery query, CancellationToken cancellation = default)
    {
        var keyset = query.Keyset;
        var pipeline = new SearchPipeline(query, new SortKeys(keyset.Terms));
        return await Guarded(() => _pages.Read(query.Paged, keyset, pipeline, SearchRow.Read, Load, cancellation)).ConfigureAwait(false);

        async Task<ImmutableArray<SearchHit>> Load(IReadOnlyList<SearchRow> rows)
        {
            var plans = await _loader.Load(rows.Select(row => row.Plan), cancellation).ConfigureAwait(false);
            // A plan that got another print meanwhile may have nothing in this place.
            return [.. rows.Where(row => plans.TryGetValue(row.Plan.Id, out var plan) && row.Place < SearchNode.AllOf(plan).Length)
                .Select(row => new SearchHit(plans[row.Plan.Id], row.Place, row.Score, query.Text))];
        }
    }

    public override async ValueTask<InsertOutcome> Insert(Plan plan, ChangeRecord record, CancellationToken cancellation = default)
    {
        await _watch.Started.WaitAsync(cancellation).ConfigureAwait(false);
        return await Guarded(() => _changes.Insert(plan, record, cancellation)).ConfigureAwait(false);
    }

    public override async ValueTask<Change<PlanTask>> ChangeTask(
        string taskId,
        long? expectedVersion,
        Func<PlanTask, Change<PlanTask>> change,
        ChangeRecord record,
        CancellationToken cancellation = default)
    {
        await _watch.Started.WaitAsync(cancellation).ConfigureAwait(false);
        return await Guarded(() => _changes.Change(taskId, new TaskNotFound(taskId), expectedVersion, change, record, cancellation)).ConfigureAwait(false);
    }

    public override bool ChangesSeveralPlansAtOnce => Startup.HasTransactions;

    public override async ValueTask<ImmutableArray<Change<PlanTask>>> ChangeTasks(
        ImmutableArray<AskedChange> changes, bool isAtomic, CancellationToken cancellation = default)
    {
        await _watch.Started.WaitAsync(cancellation).ConfigureAwait(false);
        return await Guarded(() => _changes.Change(changes, isAtomic, cancellation)).ConfigureAwait(false);
    }

    public override async ValueTask<Change<Indicator>> ChangeIndicator(
        string indicatorId,
        long? expectedVersion,
        Func<Indicator, Change<Indicator>> change,
        ChangeRecord record,
        CancellationToken cancellation = default)
    {
        await _watch.Started.WaitAsync(cancellation).ConfigureAwait(false);
        return await Guarded(() => _changes.Change(indicatorId, new IndicatorNotFound(indicatorId), expectedVersion, change, record, cancellation)).ConfigureAwait(false);
    }

    public override IAsyncEnumerable<PlanLife> ReadLives(CancellationToken cancellation = default) => _lives.Read(Guarded, cancellation);

    public override async ValueTask<InsertOutcome> Restore(PlanLife life, long? replaced, ChangeRecord record, CancellationToken cancellation = default)
    {
        await _watch.Started.WaitAsync(cancellation).ConfigureAwait(false);
        return await Guarded(() => _lives.Restore(life, replaced, record.At, cancellation)).ConfigureAwait(false);
    }

    /// <summary>Writes anew what an older version of this program wrote.</summary>
    /// <exception cref="StoreException">A document is of a version that this program does not know: then nothing is written.</exception>
    public Task<MigrationReport> Migrate(bool isDryRun, CancellationToken cancellation = default) =>
        Guarded(() => new PlanRenewal(_connection).Run(isDryRun, cancellation));

    /// <summary>The audit trail beside the plans. It must be disposed of before the store.</summary>
    public AuditTrail Audit(AuditOptions options) => new MongoAuditTrail(_connection, options);

    public override IAsyncEnumerable<StoreChange> Watch(CancellationToken cancellation = default) => _watch.Follow(cancellation);

    public override ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) == 1)
            return ValueTask.CompletedTask;
        _watch.Dispose();
        _feed.Dispose();
        _contents.Dispose();
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    internal static async Task<T> Guarded<T>(Func<Task<T>> call)
    {
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (MongoException fault)
        {
            throw new StoreException(
                fault.IsOutcomeUnknown ? $"{fault.Message} If this was a change, it may have happened: read it again before repeating it." : fault.Message, fault);
        }
        catch (Bson.BsonException fault)
        {
            throw new StoreException($"What was sent to MongoDB or came from it can't be used: {fault.Message}", fault);
        }
    }
}
