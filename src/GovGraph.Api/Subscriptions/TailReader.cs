using GovGraph.Storage;

namespace GovGraph.Api.Subscriptions;

/// <summary>Reads what happens as long as anyone follows, once for all of them.</summary>
internal sealed class TailReader(PlanStore store, TimeProvider time, Action<StoreException> onFault) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile NewestChanges? _newest;

    /// <summary>Completes when <see cref="Newest"/> is there.</summary>
    public Task Started => _started.Task;

    /// <summary>What there is once it has <see cref="Started"/>.</summary>
    public NewestChanges Newest => _newest ?? throw new InvalidOperationException("It is not known yet where the tail begins.");

    public void Start()
    {
        var stop = _stop.Token;
        _ = Task.Run(() => RunAsync(stop), CancellationToken.None);
    }

    /// <summary>Nobody follows any more.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken stop)
    {
        var bell = new ChangeBell(store, time);

        // Before the first look, so that nothing happens between the two.
        var listening = bell.ListenAsync(stop);
        try
        {
            while (true)
            {
                try
                {
                    await ReadAllAsync(stop).ConfigureAwait(false);
                }
                catch (StoreException fault)
                {
                    // It is tried again when the bell rings, which it does now and then by itself.
                    onFault(fault);
                }

                await bell.WaitAsync(stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Nobody follows any more.
        }
        catch (Exception fault)
        {
            _newest?.Fail(fault);
            _started.TrySetException(fault);
        }

        await listening.ConfigureAwait(false);
    }

    private async Task ReadAllAsync(CancellationToken stop)
    {
        if (_newest is null)
        {
            _newest = new(await ChangePlace.LastOf(store, stop).ConfigureAwait(false), []);
            _started.SetResult();
        }

        while (true)
        {
            var newest = _newest;
            var end = newest.Pages is [.., var last] ? last.End : newest.Floor;
            var page = await ChangePage.Read(store, end, stop).ConfigureAwait(false);
            if (!page.IsEmpty)
            {
                _newest = newest.With(page);
                newest.Retire();
            }

            if (page.IsLast) return;
        }
    }
}
