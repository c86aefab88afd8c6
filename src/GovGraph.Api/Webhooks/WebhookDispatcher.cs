using System.Threading.Channels;
using GovGraph.Storage;
using GovGraph.Storage.Webhooks;

namespace GovGraph.Api.Webhooks;

/// <summary>Keeps a line to each webhook that is enabled, as far as no other process has it.</summary>
/// <param name="post">What sends.</param>
/// <param name="hasOwner">Whether there is still a key of the webhook's owner that sees as much as it did: what a key made ends with it.</param>
/// <param name="onFault">Told what went wrong; it is tried again.</param>
public sealed class WebhookDispatcher(WebhookPost post, Func<Webhook, CancellationToken, ValueTask<bool>> hasOwner, Action<Exception> onFault)
{
    /// <summary>How soon what another process did is known here. Often enough to keep the leases.</summary>
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromSeconds(10);

    private readonly string _holder = Guid.NewGuid().ToString("N");
    private readonly Dictionary<string, OpenLine> _lines = new(StringComparer.Ordinal);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Delivers until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        post.Changed += Wake;
        await using var timer = post.Time.CreateTimer(_ => Wake(), null, s_lookEvery, s_lookEvery);
        try
        {
            while (true)
            {
                await LookAsync(stop);
                await _wake.Reader.ReadAsync(stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The server stops.
        }
        finally
        {
            post.Changed -= Wake;
            await CloseAllAsync();
        }
    }

    private void Wake() => _wake.Writer.TryWrite(true);

    private async Task CloseAllAsync()
    {
        foreach (var open in _lines.Values)
        {
            await open.DisposeAsync();
            try
            {
                await open.Line.Release();
            }
            catch (StoreException fault)
            {
                // Then others wait until the lease is over.
                onFault(fault);
            }
        }
    }

    /// <summary>Opens the lines that are missing, and closes those that should not be there.</summary>
    private async Task LookAsync(CancellationToken stop)
    {
        try
        {
            var webhooks = await post.Store.All(stop);
            var wanted = webhooks.Where(webhook => webhook.DisabledBecause is null).Select(webhook => webhook.Id).ToHashSet(StringComparer.Ordinal);
            foreach (var (id, _) in _lines.Where(line => !wanted.Contains(line.Key) || line.Value.IsOver).ToList()) await CloseAsync(id);
            foreach (var webhook in webhooks.Where(webhook => wanted.Contains(webhook.Id))) await KeepAsync(webhook, stop);
        }
        catch (StoreException fault)
        {
            onFault(fault);
        }
    }

    private async Task KeepAsync(Webhook webhook, CancellationToken stop)
    {
        // One that waits to try again does so at once when somebody has enabled it.
        if (_lines.GetValueOrDefault(webhook.Id) is { Line.IsWaiting: true } && webhook.NextAttemptAt is null) await CloseAsync(webhook.Id);

        var line = _lines.TryGetValue(webhook.Id, out var open) ? open.Line : new WebhookLine(post, webhook.Id, _holder, IsOwned);
        if (!await IsOwned(webhook, stop) || !await line.Hold(stop)) await CloseAsync(webhook.Id);
        else if (open is null) _lines.Add(webhook.Id, new OpenLine(line, onFault));
    }

    /// <summary>Whether a webhook still has its key; one that has not is disabled.</summary>
    private async ValueTask<bool> IsOwned(Webhook webhook, CancellationToken stop)
    {
        if (webhook.Owner is null || await hasOwner(webhook, stop)) return true;

        await post.Store.Change(webhook.Id, noted => noted with { DisabledBecause = "The key that made it is not taken any more." }, stop);
        return false;
    }

    private async ValueTask CloseAsync(string id)
    {
        if (_lines.Remove(id, out var open)) await open.DisposeAsync();
    }

    private sealed class OpenLine : IAsyncDisposable
    {
        private readonly CancellationTokenSource _stop = new();
        private readonly Task _running;

        public OpenLine(WebhookLine line, Action<Exception> onFault)
        {
            Line = line;
            _running = Task.Run(async () =>
            {
                try
                {
                    await line.RunAsync(_stop.Token);
                }
                catch (OperationCanceledException) when (_stop.IsCancellationRequested)
                {
                    // It is closed.
                }
                catch (Exception fault)
                {
                    // The next look opens it again.
                    onFault(fault);
                }
            });
        }

        public WebhookLine Line { get; }

        public bool IsOver => _running.IsCompleted;

        public async ValueTask DisposeAsync()
        {
            await _stop.CancelAsync();
            await _running;
            _stop.Dispose();
        }
    }
}
