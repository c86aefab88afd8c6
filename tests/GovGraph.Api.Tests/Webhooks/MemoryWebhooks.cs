using System.Collections.Immutable;
using System.Threading.Channels;
using GovGraph.Storage.Webhooks;

namespace GovGraph.Api.Tests.Webhooks;

/// <summary>Webhooks in memory; a test can wait for what is noted.</summary>
internal sealed class MemoryWebhooks : WebhookStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Webhook> _webhooks = [];
    private readonly Dictionary<string, (string Holder, DateTimeOffset Until)> _leases = [];
    private readonly Channel<Webhook> _notes = Channel.CreateUnbounded<Webhook>();

    /// <summary>The next time that a webhook is written.</summary>
    public async Task<Webhook> Noted() => await _notes.Reader.ReadAsync(Xunit.TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    public override ValueTask<ImmutableArray<Webhook>> All(CancellationToken cancellation = default)
    {
        lock (_lock) return new([.. _webhooks.Values]);
    }

    public override ValueTask<Webhook?> Find(string id, CancellationToken cancellation = default)
    {
        lock (_lock) return new(_webhooks.GetValueOrDefault(id));
    }

    public override ValueTask<bool> Insert(Webhook webhook, CancellationToken cancellation = default)
    {
        lock (_lock) return new(_webhooks.TryAdd(webhook.Id, webhook));
    }

    public override ValueTask<bool> Replace(Webhook webhook, CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            if (_webhooks.GetValueOrDefault(webhook.Id)?.Revision != webhook.Revision - 1) return new(false);
            _webhooks[webhook.Id] = webhook;
        }

        _notes.Writer.TryWrite(webhook);
        return new(true);
    }

    public override ValueTask<bool> Delete(string id, CancellationToken cancellation = default)
    {
        lock (_lock) return new(_webhooks.Remove(id));
    }

    public override ValueTask<bool> TryLease(string id, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            if (!_webhooks.ContainsKey(id) || (_leases.TryGetValue(id, out var lease) && lease.Holder != holder && lease.Until >= now)) return new(false);
            _leases[id] = (holder, until);
            return new(true);
        }
    }
}
