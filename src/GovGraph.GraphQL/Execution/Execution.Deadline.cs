namespace GovGraph.GraphQL.Execution;

// How long the request may take, and whether its caller is still there.
internal sealed partial class Execution
{
    private readonly CancellationToken _requestToken;
    private readonly long _startedAt;
    private Deadline? _deadline;
    private bool _isClosed;

    /// <summary>Cancelled when the caller goes away or the time is up. Made when first asked for: most requests never wait.</summary>
    public CancellationToken CancellationToken
    {
        get
        {
            lock (_lock)
            {
                if (_deadline is null && !_isClosed) _deadline = new Deadline(TimeLeft(), _options.TimeProvider, _requestToken);
                return _deadline?.Token ?? CancellationToken.None;
            }
        }
    }

    private bool IsAbortion(Exception exception) => exception switch
    {
        ResponseTooLargeException or ExecutionTimeoutException => true,
        OperationCanceledException => _requestToken.IsCancellationRequested || _deadline is { Token.IsCancellationRequested: true },
        _ => false,
    };

    private void ThrowIfExpired()
    {
        _requestToken.ThrowIfCancellationRequested();
        if (TimeLeft() == TimeSpan.Zero) throw new ExecutionTimeoutException();
    }

    private TimeSpan TimeLeft()
    {
        if (_options.Timeout == Timeout.InfiniteTimeSpan) return Timeout.InfiniteTimeSpan;
        var left = _options.Timeout - _options.TimeProvider.GetElapsedTime(_startedAt);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <summary>Lets go of the timer. Resolvers that are still running hold on to the rest.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _isClosed = true;
            _deadline?.Dispose();
        }
    }
}
