using GovGraph.Storage.MongoDb.Commands;

namespace GovGraph.Storage.MongoDb.Native;

/// <summary>A pool of connections to one deployment, and the threads that use them; the way of every command.</summary>
internal sealed class MongoConnection : IDisposable
{
    private const int MaxWaiting = 10_000;

    private readonly MongoSettings _settings;
    private readonly TimeProvider _time;
    private readonly ConnectionString _connection;
    private readonly ServerErrors _errors;
    private readonly PoolHandle _pool;
    private readonly CallThreads _threads;
    private readonly NativeCalls _calls;

    private MongoConnection(MongoSettings settings, ConnectionString connection, PoolHandle pool, string version, TimeProvider time)
    {
        _settings = settings;
        _time = time;
        _connection = connection;
        _errors = new ServerErrors(connection, settings);
        _pool = pool;
        _calls = new NativeCalls(pool, connection.Database, settings, _errors);
        LibraryVersion = version;
        _threads = new CallThreads(settings.Connections, MaxWaiting);
    }

    public string LibraryVersion { get; }

    public string Hosts => _connection.Hosts;

    public string Database => _connection.Database;

    /// <summary>Checks the connection string and loads the library; no server is asked yet.</summary>
    public static MongoConnection Open(MongoSettings settings, TimeProvider time, Action<string>? log = null)
    {
        var version = MongoRuntime.Start(log);
        var connection = ConnectionString.Parse(settings);
        try
        {
            return new MongoConnection(settings, connection, NativeCalls.OpenPool(connection), version, time);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public Task<TResult> Run<TResult>(Command<TResult> command, CancellationToken cancellation) =>
        Enqueue(scratch => _calls.Send(command, scratch), cancellation);

    /// <summary>Reads a cursor to its end.</summary>
    public Task<List<TResult>> Run<TResult>(CursorCommand<TResult> command, CancellationToken cancellation) =>
        Enqueue(scratch => _calls.Fetch(command, scratch), cancellation);

    /// <summary>Follows a change stream on the calling thread.</summary>
    public void Follow(ChangeStream stream, Action onOpen, Action<ChangeEvent> onEvent, Func<bool> goesOn)
    {
        using var scratch = new Scratch();
        _calls.Follow(stream, scratch, onOpen, onEvent, goesOn);
    }

    /// <summary>Waits for calls in flight; calls made later get ObjectDisposedException.</summary>
    public void Dispose()
    {
        _threads.Dispose();
        _pool.Dispose();
        _connection.Dispose();
    }

    private async Task<T> Enqueue<T>(Func<Scratch, T> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var call = new Call<T>(work);
        if (!_threads.TryEnqueue(call))
            throw _errors.Overloaded(_threads.Waiting);
        try
        {
            return await call.Task.WaitAsync(_settings.CallerTimeout, _time, cancellation).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw call.TryAbandon() ? _errors.NotStarted() : _errors.NoAnswer();
        }
        catch (OperationCanceledException)
        {
            // A call in flight can't be stopped: its thread finishes it, only the caller goes on.
            call.TryAbandon();
            throw;
        }
    }
}
