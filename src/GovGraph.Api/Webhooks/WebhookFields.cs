using System.Collections.Immutable;
using GovGraph.Api.Access;
using GovGraph.Api.Subscriptions;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.Storage.Access;
using GovGraph.Storage.Webhooks;

namespace GovGraph.Api.Webhooks;

internal static class WebhookFields
{
    public static void Bind(SchemaBindings bindings)
    {
        bindings.Root("Query", query => query.FieldAsync("webhooks", (_, context) => Webhooks(context)));
        bindings.Enum<WebhookState>("WebhookState");
        bindings.Type<Webhook>("Webhook", webhooks =>
        {
            webhooks.Field("id", webhook => webhook.Id);
            webhooks.Field("url", webhook => webhook.Url);
            webhooks.Field("where", webhook => webhook.Where);
            webhooks.Field("owner", webhook => webhook.Owner);
            webhooks.Field("createdAt", webhook => webhook.CreatedAt);
            webhooks.Field("state", StateOf);
            webhooks.Field("disabledBecause", webhook => webhook.DisabledBecause);
            webhooks.Field("cursor", webhook => new ChangePlace(webhook.Sequence, webhook.Part).Cursor);
            webhooks.Field("failingSince", webhook => webhook.FailingSince);
            webhooks.Field("nextAttemptAt", webhook => webhook.DisabledBecause is null ? webhook.NextAttemptAt : null);
            webhooks.Field("deliveries", webhook => webhook.Attempts.Reverse());
        });
        bindings.Type<WebhookAttempt>("WebhookDelivery", deliveries =>
        {
            deliveries.Field("id", attempt => attempt.DeliveryId);
            deliveries.Field("changeId", attempt => attempt.ChangeId);
            deliveries.Field("at", attempt => attempt.At);
            deliveries.Field("attempt", attempt => attempt.Number);
            deliveries.Field("isDelivered", attempt => attempt.Error is null && attempt.Number > 0);
            deliveries.Field("isReplay", attempt => attempt.IsReplay);
            deliveries.Field("status", attempt => attempt.Status);
            deliveries.Field("error", attempt => attempt.Error);
        });
    }

    /// <summary>Whether a webhook is the caller's to see and to change: its own, and to an administrator all that are told no more than he sees.</summary>
    public static bool IsOf(this Webhook webhook, Caller caller) => caller.May(Scope.Admin)
        ? caller.Bodies is null || (webhook.Bodies is { } bodies && bodies.All(caller.Sees))
        : caller.Name is not null && webhook.Owner == caller.Name;

    private static async ValueTask<ImmutableArray<Webhook>> Webhooks(FieldContext context) =>
        [.. (await context.Get<WebhookPost>().Store.All(context.CancellationToken)).Where(webhook => webhook.IsOf(context.Get<Caller>())).OrderBy(webhook => webhook.CreatedAt)];

    private static WebhookState StateOf(Webhook webhook) =>
        webhook.DisabledBecause is not null ? WebhookState.Disabled : webhook.FailingSince is not null ? WebhookState.Failing : WebhookState.Active;
}

/// <summary>How it stands with a webhook.</summary>
internal enum WebhookState
{
    Active,
    Failing,
    Disabled,
}
