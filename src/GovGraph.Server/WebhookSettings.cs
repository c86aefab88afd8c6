using GovGraph.Api.Webhooks;
using GovGraph.Storage;
using GovGraph.Storage.MongoDb;
using GovGraph.Storage.Webhooks;

namespace GovGraph.Server;

/// <summary>How webhooks are called: docs/events.md.</summary>
internal sealed class WebhookSettings
{
    private static readonly WebhookOptions s_options = new();

    /// <summary>Whether this machine may be called, also without TLS.</summary>
    public bool AllowLoopback { get; init; } = s_options.AllowLoopback;

    public TimeSpan Timeout { get; init; } = s_options.Timeout;

    public TimeSpan DisableAfter { get; init; } = s_options.DisableAfter;

    public int MaxPerKey { get; init; } = s_options.MaxPerKey;

    public int MaxWebhooks { get; init; } = s_options.MaxWebhooks;

    public WebhookOptions Options => new()
    {
        AllowLoopback = AllowLoopback, Timeout = Timeout, DisableAfter = DisableAfter, MaxPerKey = MaxPerKey, MaxWebhooks = MaxWebhooks,
    };

    /// <exception cref="StartException">A value would let no webhook be called, or hold others up.</exception>
    public void Check()
    {
        if (Timeout < TimeSpan.FromMilliseconds(100) || Timeout > TimeSpan.FromSeconds(25)) throw Wrong(nameof(Timeout), "from 00:00:00.100 to 00:00:25", Timeout);
        if (DisableAfter < TimeSpan.FromMinutes(1)) throw Wrong(nameof(DisableAfter), "00:01:00 or more", DisableAfter);
        if (MaxPerKey < 0) throw Wrong(nameof(MaxPerKey), "0 or more", MaxPerKey);
        if (MaxWebhooks < 0) throw Wrong(nameof(MaxWebhooks), "0 or more", MaxWebhooks);
    }

    /// <summary>The webhooks beside the plans, wherever they are kept.</summary>
    public static WebhookStore Open(PlanStore store, StorageSettings storage) =>
        store is MongoStore mongo ? mongo.Webhooks() : FileWebhookStore.Open(storage.Path);

    private static StartException Wrong(string name, string expected, object value) =>
        new(FormattableString.Invariant($"the setting GovGraph__Webhooks__{name} must be {expected}, but it is {value}."));
}
