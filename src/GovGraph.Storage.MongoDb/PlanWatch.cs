using GovGraph.Plans;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Documents;
using GovGraph.Storage.MongoDb.Native;

namespace GovGraph.Storage.MongoDb;

/// <summary>Tells watchers of the changes of all processes, in their order; one thread reads them, from the first watcher on.</summary>
internal sealed class PlanWatch(MongoConnection connection, bool hasChangeStreams, Action<string>? log) : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);
    private static readonly string[] WithoutHistory = [.. PlanReader.Derived.Where(path => path != "changes")];

    private readonly Lock _gate = new();
    private readonly Watchers _watchers = new();
    private readonly ManualResetEventSlim _closing = new();
    private volatile TaskCompletionSource? _started;
    private Thread? _thread;
    private long _sequence;

    /// <summary>Done when whatever happens from now on will be told; at once where nobody watches.</summary>
    public Task Started => _started?.Task ?? Task.CompletedTask;

    public IAsyncEnumerable<StoreChange> Follow(CancellationToken cancellation)
    {
        var changes = _watchers.Watch(cancellation);
        lock (_gate)
        {
            if (_thread is null && !_closing.IsSet)
            {
                _started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _thread = new Thread(hasChangeStreams ? Stream : Poll) { IsBackground = true, Name = "mongodb-watch" };
                _thread.Start();
            }
        }
        return changes;
    }

    public void Dispose()
    {
        lock (_gate)
            _closing.Set();
        _thread?.Join();
        _watchers.Close();
        _closing.Dispose();
    }

    private void Stream()
    {
        byte[] lastSeen = [];
        // One write may make several versions of a plan, and the event names the last of them.
        var known = new Dictionary<string, long>(StringComparer.Ordinal);
        UntilClosed(() =>
        {
            if (lastSeen.Length == 0)
                foreach (var (id, version) in Wait(connection.Run(Versions, CancellationToken.None)))
                    known[id] = version;
            connection.Follow(
                new ChangeStream(lastSeen),
                Start,
                change =>
                {
                    if (change.Version > 0)
                    {
                        Tell(change.PlanId, known.GetValueOrDefault(change.PlanId) is > 0 and var seen && seen < change.Version ? seen + 1 : change.Version, change.Version);
                        known[change.PlanId] = change.Version;
                    }
                    lastSeen = change.Token;
                },
                () => !_closing.IsSet);
        });
    }

    private void Poll()
    {
        var known = new Dictionary<string, long>(StringComparer.Ordinal);
        var isFirst = true;
        UntilClosed(() =>
        {
            do
            {
                foreach (var (id, version) in Wait(connection.Run(Versions, CancellationToken.None)))
                {
                    if (!isFirst)
                        Tell(id, known.GetValueOrDefault(id) + 1, version);
                    known[id] = version;
                }
                isFirst = false;
                Start();
            }
            while (!_closing.Wait(PollInterval));
        });
    }

    // The condition lets the server answer from the index alone.
    private static Find<PlanRow> Versions =>
        new(Collections.Plans, filter => filter.BeginDocument("version"u8).Int32("$gte"u8, 0).End(), PlanRow.Read) { Only = ["version"] };

    private void UntilClosed(Action work)
    {
        while (!_closing.IsSet)
        {
            try
            {
                work();
            }
            catch (MongoException fault) when (fault.Code == HistoryLost)
            {
                log?.Invoke($"Changes were missed: {fault.Message}");
                _watchers.CutOff(Missed(fault));
                return;
            }
            catch (Exception fault) when (fault is MongoException or BsonException or StoreException)
            {
                log?.Invoke($"Changes are watched again in {RetryInterval.TotalSeconds:0} s: {fault.Message}");
                // Writers must not wait for a server that is away.
                Start();
                _closing.Wait(RetryInterval);
            }
        }
    }

    // https://www.mongodb.com/docs/manual/changeStreams/#resume-a-change-stream
    private const uint HistoryLost = 286;

    private void Start() => _started!.TrySetResult();

    /// <summary>Tells the changes that made these versions of a plan.</summary>
    private void Tell(string planId, long first, long last)
    {
        if (first > last)
            return;
        var find = new Find<(Plan, List<PlanChange>)>(Collections.Plans, filter => filter.String("_id"u8, planId), Read) { Without = WithoutHistory };
        if (Wait(connection.Run(find, CancellationToken.None)) is not [var (plan, history)])
            return;
        var changes = new List<StoreChange>();
        foreach (var change in history.OrderByDescending(change => change.PlanVersion))
        {
            if (change.PlanVersion < first)
                break;
            var after = change.NodeId is null ? null : plan.Tracked(change.NodeId);
            var older = after is null ? plan : plan.With(after.WithProgress(change.Before!), change.PlanVersion - 1);
            if (change.PlanVersion <= last)
                changes.Add(new StoreChange(0, change.Record, plan) { Before = after is null ? null : older.Tracked(after.Id), After = after });
            plan = older;
        }
        changes.Reverse();
        _watchers.Tell([.. changes.Select(change => change with { Sequence = ++_sequence })]);
    }

    private static (Plan, List<PlanChange>) Read(ReadOnlySpan<byte> document)
    {
        return (PlanReader.Read(document), PlanChange.ReadAll(document));
    }

    private static StoreException Missed(Exception cause) =>
        new("Changes were missed while MongoDB was away. Read anew what is shown, then watch again.", cause);

    // On a thread of its own there is nobody to hold up.
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
