namespace GovGraph.Storage.Files.Changes;

/// <summary>Something to do on the lane, and the caller who waits for it.</summary>
internal abstract class LaneWork
{
    /// <summary>Adds to the draft, or leaves it as it is. False where it failed by itself.</summary>
    public abstract bool Do(Draft draft);

    /// <summary>What was done is durable.</summary>
    public abstract void Succeed();

    public abstract void Fail(Exception fault);
}

/// <summary>Work with an outcome.</summary>
internal sealed class LaneWork<T>(Func<Draft, T> work) : LaneWork
{
    // Callers go on elsewhere: the lane must not run their code.
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? outcome;

    public Task<T> Completion => completion.Task;

    public override bool Do(Draft draft)
    {
        try
        {
            outcome = work(draft);
            return true;
        }
#pragma warning disable CA1031 // Whatever the caller's own function throws goes back to that caller; the others on the lane go on.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Fail(fault);
            return false;
        }
    }

    public override void Succeed() => completion.TrySetResult(outcome!);

    public override void Fail(Exception fault) => completion.TrySetException(fault);
}
