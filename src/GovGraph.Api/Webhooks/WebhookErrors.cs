using GovGraph.Plans.Text;

namespace GovGraph.Api.Webhooks;

internal sealed record WebhookNotFoundError(string Id)
    : MutationError(new Wording($"There is no webhook '{Id}' of this key.", $"Khóa này không có webhook '{Id}'.").ToString(), "WEBHOOK_NOT_FOUND");

internal sealed record WebhookDeliveryNotFoundError(string Id) : MutationError(
    new Wording($"There is no delivery '{Id}' to a webhook of this key.", $"Không có lần gửi '{Id}' tới webhook nào của khóa này.").ToString(),
    "WEBHOOK_DELIVERY_NOT_FOUND");
