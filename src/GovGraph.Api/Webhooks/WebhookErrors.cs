using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Text;

namespace GovGraph.Api.Webhooks;

internal static class WebhookErrors
{
    public static void Bind(SchemaBindings bindings)
    {
        bindings.Error<WebhookNotFoundError>(errors => errors.Field("id", error => error.Id));
        bindings.Error<WebhookDeliveryNotFoundError>(errors => errors.Field("id", error => error.Id));
    }
}

internal sealed record WebhookNotFoundError(string Id)
    : MutationError(new Wording($"There is no webhook '{Id}' of this key.", $"Khóa này không có webhook '{Id}'.").ToString(), "WEBHOOK_NOT_FOUND");

internal sealed record WebhookDeliveryNotFoundError(string Id) : MutationError(
    new Wording($"There is no delivery '{Id}' to a webhook of this key.", $"Không có lần gửi '{Id}' tới webhook nào của khóa này.").ToString(),
    "WEBHOOK_DELIVERY_NOT_FOUND");
