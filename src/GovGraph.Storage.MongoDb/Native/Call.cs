namespace GovGraph.Storage.MongoDb.Native;

/// <summary>One piece of work for a call thread.</summary>
internal abstract class Call
{
    public abstract void Execute(Scratch scratch);
}

/// <summary>Work with a result; its caller may give up on it at any time.</summary>
internal sealed class Call<T>(Func<Scratch, T> work) : Call
{
    private const int Waiting = 0, Started = 1, Abandoned = 2;

    // Continuations must not run on a call thread: they would keep a connection from the next caller.
    private readonly TaskCompletionSource<T> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _state;

    public Task<T> Task => _completion.Task;

    /// <summary>Takes the call back; false when it has already been sent.</summary>
    public bool TryAbandon() => Interlocked.CompareExchange(ref _state, Abandoned, Waiting) == Waiting;

    public override void Execute(Scratch scratch)
    {
        if (Interlocked.CompareExchange(ref _state, Started, Waiting) != Waiting)
            return;
        try
        {
            _completion.SetResult(work(scratch));
        }
        catch (Exception exception)
        {
            _completion.SetException(exception);
        }
    }
}
