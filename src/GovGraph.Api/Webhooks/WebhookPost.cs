using GovGraph.Api.Access;
using GovGraph.Api.Subscriptions;
using GovGraph.GraphQL.Bindings;
using GovGraph.Storage.Access;
using GovGraph.Storage.Webhooks;

namespace GovGraph.Api.Webhooks;

/// <summary>Sends what webhooks are told, and notes what became of it.</summary>
public sealed class WebhookPost : IDisposable
{
    private const int Gone = 410;

    private readonly WebhookSender _sender;
    private readonly BoundSchema _schema;
    private readonly Func<double> _chance;

    /// <param name="store">Where webhooks are kept.</param>
    /// <param name="tail">What happens.</param>
    /// <param name="schema">The schema, for filters that were kept.</param>
    /// <param name="options">How webhooks are called.</param>
    public WebhookPost(WebhookStore store, ChangeTail tail, BoundSchema schema, WebhookOptions options)
        : this(store, tail, schema, options, Random.Shared.NextDouble)
    {
    }

    /// <param name="store">Where webhooks are kept.</param>
    /// <param name="tail">What happens.</param>
    /// <param name="schema">The schema, for filters that were kept.</param>
    /// <param name="options">How webhooks are called.</param>
    /// <param name="chance">A number from 0 to 1, any of them as likely.</param>
    internal WebhookPost(WebhookStore store, ChangeTail tail, BoundSchema schema, WebhookOptions options, Func<double> chance)
    {
        (Store, Tail, Options, _schema, _chance) = (store, tail, options, schema, chance);
        _sender = new(options, Time);
    }

    /// <summary>Told when a webhook was made, enabled or deleted here.</summary>
    public event Action? Changed;

    internal WebhookStore Store { get; }

    internal ChangeTail Tail { get; }

    internal WebhookOptions Options { get; }

    internal TimeProvider Time => Tail.Time;

    internal void TellChanged() => Changed?.Invoke();

    /// <summary>Which changes a webhook is told: those that its key saw, of those that its owner wants. Null where what he wanted can't be read any more.</summary>
    internal TaskChangeFilter? FilterOf(Webhook webhook)
    {
        try
        {
            return new(
                webhook.Where is { } where ? WebhookWhere.Read(_schema, where) : null,
                new Caller { Scopes = [Scope.Read], Bodies = webhook.Bodies },
                Time);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Sends what is next of a webhook once, and notes it: where it goes on, or when it is sent again. Null where the webhook is gone.</summary>
    internal async Task<Webhook?> DeliverAsync(Webhook webhook, TaskChanged told, CancellationToken cancellation)
    {
        var attempt = await SendAsync(webhook, told, webhook.FailedAttempts + 1, isReplay: false, cancellation);
        return await Store.Change(webhook.Id, noted => (attempt.Error is null ? Delivered(noted, told.Change.Place) : Failed(noted, attempt)).With(attempt), cancellation);
    }

    /// <summary>Sends a change again, whatever became of it before. Null where the webhook was never told it, or whoever asks does not see it now.</summary>
    internal async Task<WebhookAttempt?> ReplayAsync(Webhook webhook, DeliveryId id, Caller caller, bool isOnlyValidated, CancellationToken cancellation)
    {
        if (await Tail.FindAsync(id.Place, cancellation) is not { } change) return null;
        if (FilterOf(webhook)?.Judge(change) is not { } told || new TaskChangeFilter(where: null, caller, Time).Judge(change) is null) return null;
        if (isOnlyValidated) return new(id.ToString(), told.Entry.ChangeId, Time.GetUtcNow(), 0, null, null, IsReplay: true);

        var attempt = await SendAsync(webhook, told, 1 + webhook.Attempts.Count(tried => tried.DeliveryId == id.ToString()), isReplay: true, cancellation);
        await Store.Change(webhook.Id, noted => noted.With(attempt), cancellation);
        return attempt;
    }

    public void Dispose() => _sender.Dispose();

    private async Task<WebhookAttempt> SendAsync(Webhook webhook, TaskChanged told, int number, bool isReplay, CancellationToken cancellation)
    {
        var id = new DeliveryId(webhook.Id, told.Change.Place).ToString();
        var at = Time.GetUtcNow();
        var (status, error) = await _sender.SendAsync(webhook, id, WebhookBody.Write(told), cancellation);
        return new(id, told.Entry.ChangeId, at, number, status, error, isReplay);
    }

    private static Webhook Delivered(Webhook webhook, ChangePlace place) => webhook with
    {
        Sequence = place.Sequence,
        Part = place.Part,
        FailedAttempts = 0,
        FailingSince = null,
        NextAttemptAt = null,
    };

    private Webhook Failed(Webhook webhook, WebhookAttempt attempt)
    {
        var since = webhook.FailingSince ?? attempt.At;
        return webhook with
        {
            FailedAttempts = attempt.Number,
            FailingSince = since,
            NextAttemptAt = Time.GetUtcNow() + BackOff.After(attempt.Number, _chance()),
            DisabledBecause = attempt.Status == Gone ? "The address answered 410: it is gone for good."
                : Time.GetUtcNow() - since >= Options.DisableAfter ? FormattableString.Invariant($"Nothing could be delivered for {Options.DisableAfter.TotalDays:0.#} days.")
                : null,
        };
    }
}
