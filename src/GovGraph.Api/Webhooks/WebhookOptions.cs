namespace GovGraph.Api.Webhooks;

/// <summary>How webhooks are called.</summary>
public sealed record WebhookOptions
{
    /// <summary>Whether this machine may be called, also without TLS: for tests, and for a receiver beside the server.</summary>
    public bool AllowLoopback { get; init; }

    /// <summary>How long an address may take to answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After so long without one delivery a webhook is disabled.</summary>
    public TimeSpan DisableAfter { get; init; } = TimeSpan.FromDays(5);

    /// <summary>How many webhooks a key may have.</summary>
    public int MaxPerKey { get; init; } = 20;

    /// <summary>How many there may be in all.</summary>
    public int MaxWebhooks { get; init; } = 500;
}
