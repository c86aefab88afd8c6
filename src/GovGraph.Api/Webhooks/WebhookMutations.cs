using System.Collections.Immutable;
using System.Security.Cryptography;
using GovGraph.Api.Access;
using GovGraph.Api.Audit;
using GovGraph.Api.Changes;
using GovGraph.Api.Subscriptions;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Text;
using GovGraph.Storage;
using GovGraph.Storage.Webhooks;

namespace GovGraph.Api.Webhooks;

/// <summary>Partners look after their webhooks by themselves: each key has its own, an administrator has all.</summary>
internal static class WebhookMutations
{
    private const int IdDigits = 16;

    public static void Bind(SchemaBindings bindings)
    {
        WebhookErrors.Bind(bindings);
        bindings.Mutation("createWebhook", Create, payloads =>
        {
            payloads.Field("webhook", payload => payload.Webhook);
            payloads.Field("secret", payload => payload.Secret);
            payloads.Field("errors", payload => payload.Errors);
        });
        bindings.Mutation("deleteWebhook", Delete, BindPayload);
        bindings.Mutation("enableWebhook", Enable, BindPayload);
        bindings.Mutation("replayWebhookDelivery", Replay, payloads =>
        {
            payloads.Field("delivery", payload => payload.Delivery);
            payloads.Field("errors", payload => payload.Errors);
        });
    }

    private static void BindPayload(TypeBinding<WebhookPayload> payloads)
    {
        payloads.Field("webhook", payload => payload.Webhook);
        payloads.Field("errors", payload => payload.Errors);
    }

    private static async ValueTask<CreateWebhookPayload> Create(FieldContext context)
    {
        var (post, caller) = (context.Get<WebhookPost>(), context.Get<Caller>());
        var input = CreateWebhookInput.From(InputObject.Of(context));
        if (MutationError.Faults(new CreateWebhookValidator(post.Options), input, context) is { } faults) return new(null, null, faults);

        var key = context.KeyOf(input.Request);
        var (id, made) = await Name(post.Store, key, context);
        if (made is not null) return Repeated(made, key!, context);
        if (await FindLimit(post, caller, context.CancellationToken) is { } limit) return new(null, null, [limit]);

        var now = await post.Tail.NowAsync(context.CancellationToken);
        var place = input.After is { } after ? ChangePlace.Read(after)!.Value : now;
        if (place.IsBehind(now)) return new(null, null, [new ValidationError(s_ahead.ToString(), InputPlace.Of(context, "after"))]);

        var webhook = new Webhook
        {
            Id = id,
            Url = input.Url,
            Where = input.Where is { } where ? WebhookWhere.Write(where) : null,
            Secret = input.Secret ?? WebhookSecret.New(),
            CreatedAt = context.Get<Moment>().Now,
            Owner = caller.Name,
            Bodies = caller.Bodies,
            Input = key?.Input,
            Sequence = place.Sequence,
            Part = place.Part,
        };
        if (input.Request.IsOnlyValidated) return new(webhook, null, null);

        // Another request with the same key was quicker.
        if (!await post.Store.Insert(webhook, context.CancellationToken)) return await Create(context);

        post.TellChanged();
        return new(webhook, webhook.Secret, null);
    }

    /// <summary>The id of a webhook that is to be made, and the webhook itself where it was made with the same key before.</summary>
    private static async ValueTask<(string Id, Webhook? Made)> Name(WebhookStore store, ChangeKey? key, FieldContext context)
    {
        if (key is null) return (IdOf(RandomNumberGenerator.GetHexString(IdDigits, lowercase: true)), null);

        for (var n = 0; ; n++)
        {
            var id = IdOf(key.Of(n).Name[..IdDigits]);
            var made = await store.Find(id, context.CancellationToken);

            // A key that is new again may have made a webhook that is still there.
            if (made is null || ChangeKey.IsRemembered(made.CreatedAt, context.Get<Moment>().Now)) return (id, made);
        }
    }

    private static string IdOf(string digits) => $"wh{digits}";

    private static CreateWebhookPayload Repeated(Webhook made, ChangeKey key, FieldContext context)
    {
        if (made.Input != key.Input) return new(null, null, [new IdempotencyKeyReusedError()]);

        context.Get<RequestAudit>().Replay();
        return new(made, made.Secret, null);
    }

    private static async ValueTask<WebhookPayload> Delete(FieldContext context)
    {
        var (post, input) = (context.Get<WebhookPost>(), InputObject.Of(context));
        var id = input.Get<string>("webhookId");
        if (await Find(context, id) is not { } webhook) return new(null, [new WebhookNotFoundError(id)]);
        if (input.Get<bool>("validateOnly")) return new(webhook, null);

        await post.Store.Delete(id, context.CancellationToken);
        post.TellChanged();
        return new(webhook, null);
    }

    private static async ValueTask<WebhookPayload> Enable(FieldContext context)
    {
        var (post, input) = (context.Get<WebhookPost>(), InputObject.Of(context));
        var id = input.Get<string>("webhookId");
        if (await Find(context, id) is not { } webhook) return new(null, [new WebhookNotFoundError(id)]);

        static Webhook Enabled(Webhook webhook) => webhook with { DisabledBecause = null, FailingSince = null, FailedAttempts = 0, NextAttemptAt = null };
        if (input.Get<bool>("validateOnly")) return new(Enabled(webhook), null);

        var enabled = await post.Store.Change(id, Enabled, context.CancellationToken);
        post.TellChanged();
        return enabled is null ? new(null, [new WebhookNotFoundError(id)]) : new(enabled, null);
    }

    private static async ValueTask<ReplayWebhookDeliveryPayload> Replay(FieldContext context)
    {
        var (post, input) = (context.Get<WebhookPost>(), InputObject.Of(context));
        var text = input.Get<string>("deliveryId");
        var attempt = DeliveryId.Parse(text) is { } id && await Find(context, id.WebhookId) is { } webhook
            ? await post.ReplayAsync(webhook, id, context.Get<Caller>(), input.Get<bool>("validateOnly"), context.CancellationToken)
            : null;
        return attempt is null ? new(null, [new WebhookDeliveryNotFoundError(text)]) : new(attempt, null);
    }

    private static readonly Wording s_ahead = new(
        "This cursor lies behind all that has happened here: it comes from another store, or this one was put back.",
        "Con trỏ này nằm sau mọi thay đổi ở đây: nó thuộc kho dữ liệu khác, hoặc kho này đã được khôi phục về trước.");

    private static async ValueTask<LimitReachedError?> FindLimit(WebhookPost post, Caller caller, CancellationToken cancellation)
    {
        var all = await post.Store.All(cancellation);
        var (own, options) = (all.Count(webhook => webhook.Owner == caller.Name), post.Options);
        return all.Length < options.MaxWebhooks && own < options.MaxPerKey ? null : new(new Wording(
            $"A key has at most {options.MaxPerKey} webhooks, and all together {options.MaxWebhooks}. Delete one first.",
            $"Mỗi khóa có tối đa {options.MaxPerKey} webhook, tất cả có tối đa {options.MaxWebhooks}. Hãy xóa bớt trước.").ToString());
    }

    /// <summary>Null where the caller has no such webhook.</summary>
    private static async ValueTask<Webhook?> Find(FieldContext context, string id) =>
        await context.Get<WebhookPost>().Store.Find(id, context.CancellationToken) is { } webhook && webhook.IsOf(context.Get<Caller>()) ? webhook : null;
}

internal sealed record CreateWebhookPayload(Webhook? Webhook, string? Secret, ImmutableArray<MutationError>? Errors);

internal sealed record WebhookPayload(Webhook? Webhook, ImmutableArray<MutationError>? Errors);

internal sealed record ReplayWebhookDeliveryPayload(WebhookAttempt? Delivery, ImmutableArray<MutationError>? Errors);
