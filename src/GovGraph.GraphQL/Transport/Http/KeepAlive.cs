using System.Runtime.CompilerServices;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>Mixes a sign of life into a stream, so that proxies do not take a quiet one for a dead one.</summary>
internal static class KeepAlive
{
    /// <summary>The items of the source as they come, and null once a period.</summary>
    public static async IAsyncEnumerable<T?> WithTicks<T>(
        IAsyncEnumerable<T> source, TimeSpan period, TimeProvider time, [EnumeratorCancellation] CancellationToken cancellation)
        where T : class
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var timer = new PeriodicTimer(period, time);
        var items = source.GetAsyncEnumerator(stop.Token);
        var next = items.MoveNextAsync().AsTask();
        var tick = timer.WaitForNextTickAsync(stop.Token).AsTask();
        try
        {
            while (true)
            {
                if (await Task.WhenAny(next, tick) == tick)
                {
                    await tick;
                    tick = timer.WaitForNextTickAsync(stop.Token).AsTask();
                    yield return null;
                    continue;
                }

                if (!await next) yield break;
                yield return items.Current;
                next = items.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // A stream may not be disposed of while it is asked for its next item.
            await stop.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await items.DisposeAsync();
        }
    }
}
