namespace GovGraph.GraphQL.Transport;

/// <summary>Lets so many executions run at once, so many more wait, and turns the rest away.</summary>
internal sealed class ExecutionGate(int maxConcurrent, int maxWaiting) : IDisposable
{
    private readonly SemaphoreSlim _free = new(maxConcurrent, maxConcurrent);
    private int _waiting;

    /// <summary>How many are executed now.</summary>
    public int Active => maxConcurrent - _free.CurrentCount;

    /// <summary>How many wait now.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>True once it is the caller's turn, who must then <see cref="Leave"/>; false when too many wait already.</summary>
    public ValueTask<bool> TryEnterAsync(CancellationToken cancellation)
    {
        if (_free.Wait(0, CancellationToken.None)) return new(true);
        if (Interlocked.Increment(ref _waiting) > maxWaiting)
        {
            Interlocked.Decrement(ref _waiting);
            return new(false);
        }

        return WaitAsync(cancellation);
    }

    public void Leave() => _free.Release();

    public void Dispose() => _free.Dispose();

    private async ValueTask<bool> WaitAsync(CancellationToken cancellation)
    {
        try
        {
            await _free.WaitAsync(cancellation);
            return true;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
