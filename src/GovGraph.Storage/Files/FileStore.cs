using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.Contents;
using GovGraph.Storage.Disks;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Files.Changes;
using GovGraph.Storage.Files.Journals;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Grouping;
using GovGraph.Storage.History;
using GovGraph.Storage.Memory;
using GovGraph.Storage.Paging;
using GovGraph.Storage.Search;

namespace GovGraph.Storage.Files;

/// <summary>The embedded store: readable files in one folder, all plans in memory. docs/store.md tells how it keeps them.</summary>
public sealed class FileStore : PlanStore
{
    private readonly Disk disk;
    private readonly StoreFolder folder;
    private readonly IDisposable folderLock;
    private readonly Journal journal;
    private readonly Watchers watchers = new();
    private readonly RecentKeys keys;
    private readonly ChangeLane lane;
    private readonly Saver saver;
    private readonly PlanHistory history;
    private readonly ChangeLog changes;
    private readonly CancellationTokenSource closing = new();
    private readonly PastSets past;
    private int isClosed;

    private FileStore(FileStoreOptions options, Disk disk, StoreFolder folder, IDisposable folderLock)
    {
        (this.disk, this.folder, this.folderLock) = (disk, folder, folderLock);
        var loaded = new StoreLoader(disk, folder, options.Time).Load();
        Report = loaded.Report;
        journal = new Journal(disk, folder, loaded.FirstInJournal);
        keys = new RecentKeys(disk, folder, loaded.State.Sequence);
        lane = new ChangeLane(loaded.State, journal, watchers, keys, options);
        saver = new Saver(disk, folder, lane, loaded, options);
        history = new PlanHistory(disk, folder);
        changes = new ChangeLog(disk, folder);
        past = new PastSets(changes, () => (lane.State, Plans));
        Contents = new FolderContents(disk, folder, IsNamed);

        // Beside the start, and before somebody searches.
        var words = lane.State.Plans.Words;
        _ = Task.Run(() => words.ReadAll(closing.Token), closing.Token);
    }

    public override StoreReport Report { get; }

    public override ContentStore Contents { get; }

    private PlanSet Plans
    {
        get
        {
            var plans = lane.State.Plans;

            // The index teaches units the spellings of other plans, so it has to be there before a plan is handed out.
            _ = plans.Index;
            return plans;
        }
    }

    /// <summary>Opens the store in a folder, and makes the folder where there is none. One process at a time can have it.</summary>
    public static FileStore Open(FileStoreOptions options) => Open(options, new OsDisk());

    internal static FileStore Open(FileStoreOptions options, Disk disk)
    {
        var folder = new StoreFolder(options.Path);
        IDisposable? folderLock = null;
        try
        {
            disk.CreateFolder(folder.Root);
            folderLock = disk.Lock(folder.Lock) ?? throw InUse(disk, folder);
            return new FileStore(options, disk, folder, folderLock);
        }
        catch (Exception fault)
        {
            folderLock?.Dispose();
            if (fault.IsDiskFault())
            {
                throw fault.ToStoreException("The store could not be opened", folder.Root);
            }

            throw;
        }
    }

    public override async ValueTask Ping(CancellationToken cancellation = default)
    {
        try
        {
            // On the lane, since without it nothing can be changed any more.
            await lane.Run(_ => disk.Files(folder.Root)).WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            throw fault.ToStoreException("The store can't be used", folder.Root);
        }
    }

    internal static StoreException InUse(Disk disk, StoreFolder folder) =>
        new($"The folder {folder.Root} is in use by {disk.HolderOf(folder.Lock) ?? "another process"}. Stop that one, or give this one a folder of its own.");

    public override ValueTask<Plan?> GetPlan(string id, CancellationToken cancellation = default) => new(Plans.Plan(id));

    public override ValueTask<PlanTask?> GetTask(string id, CancellationToken cancellation = default) => new(Plans.Task(id));

    public override ValueTask<INode?> GetNode(string id, CancellationToken cancellation = default) => new(Plans.Node(id));

    public override ValueTask<Page<Plan>> FindPlans(Query<Plan> query, CancellationToken cancellation = default) =>
        Find(FieldMaps.Plans, Plans.Plans, query, query.Filter, cancellation);

    public override ValueTask<Page<PlanTask>> FindTasks(Query<PlanTask> query, CancellationToken cancellation = default)
    {
        var (tasks, rest) = new TaskCandidates(Plans).Find(query.Filter);
        return Find(FieldMaps.Tasks, tasks, query, rest, cancellation);
    }

    public override ValueTask<Page<Indicator>> FindIndicators(Query<Indicator> query, CancellationToken cancellation = default) =>
        Find(FieldMaps.Indicators, [.. Plans.Plans.SelectMany(plan => plan.Indicators)], query, query.Filter, cancellation);

    public override ValueTask<Page<Unit>> FindUnits(Query<Unit> query, CancellationToken cancellation = default)
    {
        var plans = Plans;
        return Find(UnitFields.With(scope => plans.FiguresOfUnits(scope).Of), plans.Index.Units.All, query, query.Filter, cancellation);
    }

    public override ValueTask<Page<GroupedTasks>> GroupTasks(GroupQuery query, CancellationToken cancellation = default)
    {
        var plans = Plans;
        var (tasks, rest) = new TaskCandidates(plans).Find(query.Filter);
        return new(GroupReader.Read(query, tasks, rest?.Compile(FieldMaps.Tasks), plans, cancellation));
    }

    public override async ValueTask<Page<HistoryEntry>> FindChanges(
        Query<HistoryEntry> query, long? upToVersion = null, CancellationToken cancellation = default)
    {
        var filter = await InvolvedTasks.Resolve(query.Filter, FindTasks, cancellation).ConfigureAwait(false);
        var state = lane.State;
        var found = HistoryFilters.PlanOf(filter) is { } planId
            ? await changes.Of(planId, state, cancellation).ConfigureAwait(false)
            : await changes.All(state, cancellation).ConfigureAwait(false);
        var matches = HistoryFilters.Of(filter, query.Within, upToVersion)?.Compile(FieldMaps.Changes);
        var page = PageReader.Read(found, WhileWanted<HistoryEntry>(matches, cancellation), new Keyset<HistoryEntry>(FieldMaps.Changes, query), query);
        return page.Fault is null ? page.With(changes.Complete(page.Items)) : page;
    }

    public override async ValueTask<PastChange?> FindChange(string name, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await keys.Read(now, cancellation).ConfigureAwait(false);
        return keys.Find(name, now) is { } use ? await past.After(use, cancellation).ConfigureAwait(false) : null;
    }

    public override PastPlans At(DateTimeOffset moment) => new FilePastPlans(past, moment);

    public override ValueTask<Page<SearchHit>> Search(SearchQuery query, CancellationToken cancellation = default)
    {
        var plans = Plans;
        return new(PageReader.Read(plans.Words.Find(plans.Plans, query, cancellation), null, query.Keyset, query.Paged));
    }

    public override async ValueTask<InsertOutcome> Insert(Plan plan, ChangeRecord record, CancellationToken cancellation = default)
    {
        PlanId.Check(plan.Id);
        if (record.Key is null && lane.State.Plans.Plan(plan.Id) is { } existing)
        {
            return Print.AreSame(existing, plan) ? InsertOutcome.Unchanged : InsertOutcome.Conflict;
        }

        var document = PlanFile.Write(plan);
        return await Write(record, draft => draft.Insert(plan, document, record), cancellation).ConfigureAwait(false);
    }

    public override async ValueTask<Change<PlanTask>> ChangeTask(
        string taskId,
        long? expectedVersion,
        Func<PlanTask, Change<PlanTask>> change,
        ChangeRecord record,
        CancellationToken cancellation = default) =>
        await Write(record, draft => draft.Change(taskId, new TaskNotFound(taskId), expectedVersion, change, record), cancellation).ConfigureAwait(false);

    public override async ValueTask<ImmutableArray<Change<PlanTask>>> ChangeTasks(
        ImmutableArray<AskedChange> changes, bool isAtomic, CancellationToken cancellation = default) =>
        changes.IsEmpty ? [] : await Write(changes[0].Record, draft => draft.Change(changes, isAtomic), cancellation).ConfigureAwait(false);

    public override async ValueTask<Change<Indicator>> ChangeIndicator(
        string indicatorId,
        long? expectedVersion,
        Func<Indicator, Change<Indicator>> change,
        ChangeRecord record,
        CancellationToken cancellation = default) =>
        await Write(record, draft => draft.Change(indicatorId, new IndicatorNotFound(indicatorId), expectedVersion, change, record), cancellation)
            .ConfigureAwait(false);

    public override async IAsyncEnumerable<PlanLife> ReadLives([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        // Durable before it is seen: what was read after the plans has all of theirs, and maybe newer ones.
        var plans = Plans.Plans;
        var events = await Task.Run(history.Read, cancellation).ConfigureAwait(false);
        foreach (var plan in plans)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new PlanLife(plan, [.. events.GetValueOrDefault(plan.Id, []).Where(item => item.PlanVersion <= plan.Version)]);
        }
    }

    public override async ValueTask<InsertOutcome> Restore(PlanLife life, long? replaced, ChangeRecord record, CancellationToken cancellation = default)
    {
        PlanId.Check(life.Plan.Id);
        var document = PlanFile.Write(life.Plan);
        return await lane.Run(draft => draft.Restore(life, document, replaced, record)).WaitAsync(cancellation).ConfigureAwait(false);
    }

    public override IAsyncEnumerable<StoreChange> Watch(CancellationToken cancellation = default) => watchers.Watch(cancellation);

    private bool IsNamed(string sha256) =>
        lane.State.Plans.Plans.Any(plan => plan.Tasks.Any(task => task.Evidence.Any(item => item.Sha256 == sha256)));

    /// <summary>Returns when the plan files hold all that is durable.</summary>
    internal Task Save() => saver.Save();

    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isClosed, 1) == 1)
        {
            return;
        }

        await closing.CancelAsync().ConfigureAwait(false);
        await saver.DisposeAsync().ConfigureAwait(false);
        lane.Dispose();
        watchers.Close();
        journal.Dispose();
        changes.Dispose();
        keys.Dispose();
        folderLock.Dispose();
        closing.Dispose();
    }

    private async Task<T> Write<T>(ChangeRecord record, Func<Draft, T> work, CancellationToken cancellation)
    {
        if (record.Key is not null)
        {
            await keys.Read(record.At, cancellation).ConfigureAwait(false);
        }

        return await lane.Run(work).WaitAsync(cancellation).ConfigureAwait(false);
    }

    private static ValueTask<Page<T>> Find<T>(
        FieldMap<T> map, IReadOnlyList<T> items, Query<T> query, Filter? asked, CancellationToken cancellation) =>
        new(PageReader.Read(items, WhileWanted(asked?.Compile(map), cancellation), new Keyset<T>(map, query), query));

    /// <summary>Looks now and then whether anybody still waits: a search in memory never yields.</summary>
    internal static Func<T, bool>? WhileWanted<T>(Func<T, bool>? matches, CancellationToken cancellation)
    {
        if (matches is null || !cancellation.CanBeCanceled)
        {
            return matches;
        }

        var looked = 0;
        return item =>
        {
            if ((looked++ & 255) == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            return matches(item);
        };
    }
}
