using System.Collections.Immutable;

namespace GovGraph.Storage.Webhooks;

/// <summary>Where webhooks are kept, their secrets with them. Faults are a <see cref="StoreException"/>; what has returned is durable.</summary>
public abstract class WebhookStore
{
    /// <summary>All of them, by id.</summary>
    public abstract ValueTask<ImmutableArray<Webhook>> All(CancellationToken cancellation = default);

    public abstract ValueTask<Webhook?> Find(string id, CancellationToken cancellation = default);

    /// <summary>False where there is one of its id already.</summary>
    public abstract ValueTask<bool> Insert(Webhook webhook, CancellationToken cancellation = default);

    /// <summary>Writes the webhook in the place of the revision before its own; false where that is not there any more.</summary>
    public abstract ValueTask<bool> Replace(Webhook webhook, CancellationToken cancellation = default);

    /// <summary>Changes a webhook, whoever else does so at the same time; null where there is none any more.</summary>
    /// <param name="id">The webhook.</param>
    /// <param name="change">May be asked again with a newer one.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    public async ValueTask<Webhook?> Change(string id, Func<Webhook, Webhook> change, CancellationToken cancellation = default)
    {
        while (await Find(id, cancellation).ConfigureAwait(false) is { } webhook)
        {
            var changed = change(webhook) with { Revision = webhook.Revision + 1 };
            if (await Replace(changed, cancellation).ConfigureAwait(false))
            {
                return changed;
            }
        }

        return null;
    }

    /// <summary>False where there is none.</summary>
    public abstract ValueTask<bool> Delete(string id, CancellationToken cancellation = default);

    /// <summary>Lets one process at a time deliver: true where nobody else has the webhook, which is then the holder's for a while.</summary>
    /// <param name="id">The webhook.</param>
    /// <param name="holder">Who asks; asking again makes it longer.</param>
    /// <param name="now">The time.</param>
    /// <param name="until">When others may have it, if the holder does not ask again.</param>
    /// <param name="cancellation">Nobody waits any more.</param>
    public abstract ValueTask<bool> TryLease(string id, string holder, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellation = default);
}
