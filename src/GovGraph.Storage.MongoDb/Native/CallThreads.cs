using System.Collections.Concurrent;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Storage.MongoDb.Native;

/// <summary>Threads of our own for calls that block: the thread pool is left to the server.</summary>
internal sealed class CallThreads : IDisposable
{
    private const int StackSize = 256 * 1024;

    private readonly BlockingCollection<Call> _queue;
    private readonly Thread[] _threads;

    public CallThreads(int count, int capacity)
    {
        _queue = new BlockingCollection<Call>(capacity);
        _threads = [.. Enumerable.Range(0, count).Select(i => new Thread(Serve, StackSize) { IsBackground = true, Name = $"mongodb-{i}" })];
        foreach (var thread in _threads)
            thread.Start();
    }

    public int Waiting => _queue.Count;

    /// <summary>False when the queue is full.</summary>
    public bool TryEnqueue(Call call)
    {
        try
        {
            return _queue.TryAdd(call);
        }
        catch (InvalidOperationException)
        {
            throw new ObjectDisposedException(nameof(MongoConnection));
        }
    }

    /// <summary>Ends the threads when the calls in flight have returned; calls that wait are still made.</summary>
    public void Dispose()
    {
        _queue.CompleteAdding();
        foreach (var thread in _threads)
            thread.Join();
        _queue.Dispose();
    }

    private void Serve()
    {
        using var scratch = new Scratch();
        foreach (var call in _queue.GetConsumingEnumerable())
            call.Execute(scratch);
    }
}

/// <summary>Buffers that a call thread uses again for each call.</summary>
internal sealed class Scratch : IDisposable
{
    public BsonWriter Body { get; } = new();

    public BsonWriter Options { get; } = new();

    public void Dispose()
    {
        Body.Dispose();
        Options.Dispose();
    }
}
