namespace GovGraph.GraphQL.Execution;

/// <summary>Tells those who wait for something that the caller is gone or the time is up.</summary>
internal sealed class Deadline : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _link;

    public Deadline(TimeSpan left, TimeProvider time, CancellationToken caller)
    {
        _source = new CancellationTokenSource(left, time);
        Token = _source.Token;
        _link = caller.UnsafeRegister(static deadline => ((Deadline)deadline!).Pass(), this);
    }

    /// <summary>Good also when it is over.</summary>
    public CancellationToken Token { get; }

    public void Pass()
    {
        try
        {
            _source.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // All was done at the moment at which the caller left.
        }
    }

    /// <summary>Lets go of the timer.</summary>
    public void Dispose()
    {
        // Unregister, for Dispose would wait for a callback that is being run, and that may wait for whoever disposes.
        _link.Unregister();
        _source.Dispose();
    }
}
