using System.Threading.Channels;
using GovGraph.Storage;

namespace GovGraph.Api.Subscriptions;

/// <summary>Rings when something has happened; and now and then, in case that was not heard.</summary>
internal sealed class ChangeBell(PlanStore store, TimeProvider time)
{
    private static readonly TimeSpan s_longestSilence = TimeSpan.FromSeconds(2);

    // However often it rings, whoever hears it reads all that is there.
    private readonly Channel<bool> _rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Listens from this call on.</summary>
    public async Task ListenAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(s_longestSilence, time);
        var watching = WatchAsync(stop);
        try
        {
            while (await timer.WaitForNextTickAsync(stop).ConfigureAwait(false))
            {
                if (watching.IsCompleted) watching = WatchAsync(stop);
                _rings.Writer.TryWrite(true);
            }
        }
        catch (OperationCanceledException)
        {
            // Nobody listens any more.
        }

        await watching.ConfigureAwait(false);
    }

    public async ValueTask WaitAsync(CancellationToken stop) => await _rings.Reader.ReadAsync(stop).ConfigureAwait(false);

    private async Task WatchAsync(CancellationToken stop)
    {
        try
        {
            await foreach (var _ in store.Watch(stop).ConfigureAwait(false)) _rings.Writer.TryWrite(true);
        }
        catch (Exception exception) when (exception is StoreException or OperationCanceledException)
        {
            // Cut off because too much happened at once, or stopped. There may be something to read; the next tick watches again.
            _rings.Writer.TryWrite(true);
        }
    }
}
