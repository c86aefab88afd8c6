using GovGraph.Api.Subscriptions;
using GovGraph.Storage.Webhooks;

namespace GovGraph.Api.Webhooks;

/// <summary>Tells one webhook what happens, one change after the other, as long as nobody else does.</summary>
/// <param name="post">What sends.</param>
/// <param name="id">The webhook.</param>
/// <param name="holder">Who has the lease.</param>
/// <param name="isOwned">Whether the webhook still has its key, asked before each delivery.</param>
internal sealed class WebhookLine(WebhookPost post, string id, string holder, Func<Webhook, CancellationToken, ValueTask<bool>> isOwned)
{
    /// <summary>Long enough for a delivery and a pause of the process; short enough to wait for where a process has died.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>What matches nothing is noted now and then only: whoever comes after passes over it again.</summary>
    private const int NotedEvery = 1000;

    private volatile bool _isWaiting;

    /// <summary>What failed is not yet sent again.</summary>
    public bool IsWaiting => _isWaiting;

    /// <summary>Makes sure that this process, and no other, delivers for a while.</summary>
    public ValueTask<bool> Hold(CancellationToken cancellation)
    {
        var now = post.Time.GetUtcNow();
        return post.Store.TryLease(id, holder, now, now + Lease, cancellation);
    }

    /// <summary>Lets others deliver at once.</summary>
    public async ValueTask Release()
    {
        var now = post.Time.GetUtcNow();
        await post.Store.TryLease(id, holder, now, now.AddSeconds(-1));
    }

    /// <summary>Returns when the webhook is gone, is disabled, or is another process's.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        if (await post.Store.Find(id, stop) is not { DisabledBecause: null } webhook) return;

        if (post.FilterOf(webhook) is not { } filter)
        {
            await post.Store.Change(id, noted => noted with { DisabledBecause = "Its filter means nothing any more: make another one." }, stop);
            return;
        }

        await foreach (var page in post.Tail.FollowAsync(new(webhook.Sequence, webhook.Part), stop))
        {
            foreach (var change in page.Changes)
            {
                if (filter.Judge(change) is not { } told) continue;
                if (await TellAsync(webhook, told, stop) is not { } noted) return;
                webhook = noted;
            }

            if (page.End.Sequence - webhook.Sequence < NotedEvery) continue;
            if (await post.Store.Change(id, noted => noted with { Sequence = page.End.Sequence, Part = page.End.Part }, stop) is not { } passed) return;
            webhook = passed;
        }
    }

    /// <summary>Sends it until it is taken; null where that will not be.</summary>
    private async Task<Webhook?> TellAsync(Webhook webhook, TaskChanged told, CancellationToken stop)
    {
        while (true)
        {
            if (webhook.NextAttemptAt is not null && !await WaitAsync(stop)) return null;

            // The lease outlasts the delivery, which is given much less time.
            if (!await Hold(stop) || !await isOwned(webhook, stop)) return null;
            if (await post.DeliverAsync(webhook, told, stop) is not { DisabledBecause: null } noted) return null;
            if (noted.NextAttemptAt is null) return noted;
            webhook = noted;
        }
    }

    /// <summary>Waits until it is time to try again; false where the webhook is gone or disabled.</summary>
    private async Task<bool> WaitAsync(CancellationToken stop)
    {
        _isWaiting = true;
        try
        {
            // Only now, so that whoever enables it either was before this or sees that it waits.
            if (await post.Store.Find(id, stop) is not { DisabledBecause: null } webhook) return false;
            if (webhook.NextAttemptAt - post.Time.GetUtcNow() is { } wait && wait > TimeSpan.Zero) await Task.Delay(wait, post.Time, stop);
            return true;
        }
        finally
        {
            _isWaiting = false;
        }
    }
}
