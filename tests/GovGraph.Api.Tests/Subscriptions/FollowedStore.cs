using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Server.Tests;
using GovGraph.Storage;
using GovGraph.Storage.Files;
using GovGraph.Storage.History;
using GovGraph.Storage.Paging;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Api.Tests.Subscriptions;

/// <summary>A store with one plan that counts how often its changes are read, and can fail to give them.</summary>
internal sealed class FollowedStore : UselessStore
{
    public const string PlanId = "my-hoa-hung-2024-kstthc";

    private readonly string _folder = Directory.CreateTempSubdirectory("govgraph-").FullName;
    private readonly FileStore _store;
    private int _reads;
    private int _toggles;

    private FollowedStore() => _store = FileStore.Open(new FileStoreOptions { Path = _folder });

    /// <summary>How often somebody asked what has happened.</summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>Whether it fails to tell what has happened.</summary>
    public volatile bool IsAway;

    public override StoreReport Report => _store.Report;

    public static async Task<FollowedStore> Open()
    {
        var store = new FollowedStore();
        var file = Repository.Seed(PlanId);
        await store._store.Insert(PlanFile.Read(await File.ReadAllBytesAsync(file)).Plan!, new ChangeRecord(DateTimeOffset.UnixEpoch));
        return store;
    }

    /// <summary>Sets the status of a task; the plan's version that this made.</summary>
    public async Task<long> Set(string code, TaskStatus status)
    {
        var changed = await _store.ChangeTask(
            $"{PlanId}/{code}", null, task => task.ChangeStatus(status, null, new DateOnly(2024, 3, 1)), new ChangeRecord(DateTimeOffset.UnixEpoch));
        return changed.Value!.Plan.Version;
    }

    /// <summary>Changes one task so many times, and gives the versions of the plan.</summary>
    public async Task<List<long>> Toggle(string code, int times)
    {
        var versions = new List<long>();
        for (var i = 0; i < times; i++) versions.Add(await Set(code, _toggles++ % 2 == 0 ? TaskStatus.InProgress : TaskStatus.Suspended));
        return versions;
    }

    public override ValueTask<Page<HistoryEntry>> FindChanges(Query<HistoryEntry> query, long? upToVersion = null, CancellationToken cancellation = default)
    {
        Interlocked.Increment(ref _reads);
        return IsAway ? throw new StoreException("The store is away.") : _store.FindChanges(query, upToVersion, cancellation);
    }

    public override ValueTask<Plan?> GetPlan(string id, CancellationToken cancellation = default) => _store.GetPlan(id, cancellation);

    public override IAsyncEnumerable<StoreChange> Watch(CancellationToken cancellation = default) => _store.Watch(cancellation);

    public override async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        await base.DisposeAsync();
    }

    protected override Exception Fault() => new NotSupportedException();
}
