using GovGraph.Storage.MongoDb.Commands;

namespace GovGraph.Storage.MongoDb.Native;

/// <summary>A pool of connections to one deployment, and the threads that use them; the way of every command.</summary>
internal sealed class MongoConnection : IDisposable
{
    private const int MaxWaiting = 10_000;
    private const int Transactions = 12;
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(500);

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

    /// <summary>Runs commands together; false, and nothing is written, where one of them finds no document. What meets another transaction is run again, later each time.</summary>
    public async Task<bool> Run(Transaction transaction, CancellationToken cancellation)
    {
        var start = _time.GetTimestamp();
        using var late = new CancellationTokenSource(_settings.CallerTimeout, _time);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellation, late.Token);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Enqueue(scratch => _calls.Transact(transaction, scratch, gone.Token), _settings.CallerTimeout - _time.GetElapsedTime(start), cancellation).ConfigureAwait(false);
            }
            catch (MongoException fault) when (fault.Fault == MongoFault.RolledBack && attempt < Transactions && !gone.IsCancellationRequested)
            {
                // Not in step with whoever was met.
                await Task.Delay(s_longestPause * Random.Shared.NextDouble() * Math.Min(1, Math.Pow(2, attempt) / 100), _time, cancellation).ConfigureAwait(false);
            }
        }
    }

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

    private Task<T> Enqueue<T>(Func<Scratch, T> work, CancellationToken cancellation) => Enqueue(work, _settings.CallerTimeout, cancellation);

    private async Task<T> Enqueue<T>(Func<Scratch, T> work, TimeSpan limit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var call = new Call<T>(work);
        if (!_threads.TryEnqueue(call))
            throw _errors.Overloaded(_threads.Waiting);
        try
        {
            return await call.Task.WaitAsync(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, _time, cancellation).ConfigureAwait(false);
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
