using GovGraph.Api.Webhooks;
using GovGraph.Server.Access;

namespace GovGraph.Server;

/// <summary>Calls webhooks as long as the server runs.</summary>
internal sealed class WebhookService(WebhookPost post, KeyRing keys, ILogger<WebhookService> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => new WebhookDispatcher(
        post,
        (webhook, cancellation) => keys.Has(webhook.Owner!, webhook.Bodies, cancellation),
        fault => logger.LogError(fault, "A webhook could not be served and is tried again: {Fault}", fault.Message)).RunAsync(stoppingToken);
}
