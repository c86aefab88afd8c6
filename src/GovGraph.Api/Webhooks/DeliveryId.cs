using System.Globalization;
using GovGraph.Api.Subscriptions;

namespace GovGraph.Api.Webhooks;

/// <summary>The id of a delivery: its webhook and the place of its change, so that it is the same however often it is sent, and can be sent again at any time.</summary>
internal readonly record struct DeliveryId(string WebhookId, ChangePlace Place)
{
    public static DeliveryId? Parse(string text) =>
        text.Split('-') is [var webhook, var sequence, var part] && webhook.Length > 0
        && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            ? new(webhook, new(number, place))
            : null;

    public override string ToString() => FormattableString.Invariant($"{WebhookId}-{Place.Sequence}-{Place.Part}");
}
