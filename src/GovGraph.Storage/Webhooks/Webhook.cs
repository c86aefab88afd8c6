using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovGraph.Storage.Webhooks;

/// <summary>An address that is called when tasks change, and how far that has come.</summary>
public sealed record Webhook
{
    /// <summary>How many attempts are remembered.</summary>
    public const int MostAttempts = 50;

    public required string Id { get; init; }

    public required string Url { get; init; }

    /// <summary>Which changes are told: a TaskFilterInput as JSON; null for all.</summary>
    public string? Where { get; init; }

    /// <summary>Signs what is sent. It has to be kept as it is: only who has it can sign with it.</summary>
    public required string Secret { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The name of the key that made it, which stays when the key is rotated; null where there were no keys.</summary>
    public string? Owner { get; init; }

    /// <summary>The bodies whose plans that key saw; null where it saw all.</summary>
    public ImmutableArray<string>? Bodies { get; init; }

    /// <summary>What was asked for with an idempotency key, as a hash; null where there was none.</summary>
    public string? Input { get; init; }

    /// <summary>Up to this change nothing is left to tell.</summary>
    public long Sequence { get; init; }

    /// <summary>Its part of the change.</summary>
    public int Part { get; init; }

    /// <summary>Why nothing is sent any more; null while it is.</summary>
    public string? DisabledBecause { get; init; }

    /// <summary>Since when nothing could be delivered; null while all is well.</summary>
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>How often the change that is next was sent in vain.</summary>
    public int FailedAttempts { get; init; }

    /// <summary>When it is sent again; null where nothing failed.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>The newest, oldest first.</summary>
    public ImmutableArray<WebhookAttempt> Attempts { get; init; } = [];

    /// <summary>Grows by one each time it is written.</summary>
    public long Revision { get; init; } = 1;

    public Webhook With(WebhookAttempt attempt) =>
        this with { Attempts = [.. Attempts.Skip(Math.Max(0, Attempts.Length + 1 - MostAttempts)), attempt] };

    // Without the secret: what is printed may end up in a log.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(Id);
        return true;
    }

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, WebhookJson.Default.Webhook);

    /// <exception cref="JsonException">It is no webhook.</exception>
    internal static Webhook FromJson(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize(json, WebhookJson.Default.Webhook) ?? throw new JsonException("null is no webhook.");
}

/// <summary>A delivery as it was tried once.</summary>
/// <param name="DeliveryId">The same for all attempts of one change.</param>
/// <param name="ChangeId">The change that it told.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Number">Counted from 1.</param>
/// <param name="Status">The HTTP status of the answer; null where there was none.</param>
/// <param name="Error">Why it failed; null where it was taken.</param>
/// <param name="IsReplay">Somebody asked for it once more.</param>
public sealed record WebhookAttempt(string DeliveryId, string ChangeId, DateTimeOffset At, int Number, int? Status, string? Error, bool IsReplay);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, WriteIndented = true)]
[JsonSerializable(typeof(Webhook))]
internal sealed partial class WebhookJson : JsonSerializerContext;
