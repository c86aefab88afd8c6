using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovGraph.Storage.Access;

/// <summary>Keys as a file holds them: <c>{ "keys": [{ "id": …, "scopes": ["status:write"], … }] }</c>.</summary>
[JsonSerializable(typeof(KeysDocument))]
internal sealed partial class KeysJson : JsonSerializerContext
{
    private static readonly KeysJson s_context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        WriteIndented = true,
        NewLine = "\n",
    });

    public static byte[] Write(IEnumerable<ApiKey> keys) =>
        JsonSerializer.SerializeToUtf8Bytes(new KeysDocument { Keys = [.. keys.Select(Access.KeyDocument.Of)] }, s_context.KeysDocument);

    /// <exception cref="JsonException">It is no such file.</exception>
    public static ImmutableArray<ApiKey> Read(byte[] json) =>
        [.. (JsonSerializer.Deserialize(json, s_context.KeysDocument) ?? throw new JsonException("It is empty.")).Keys.Select(key => key.ToKey())];
}

/// <summary>The file of the keys.</summary>
internal sealed class KeysDocument
{
    public required KeyDocument[] Keys { get; init; }
}

/// <summary>A key in its file.</summary>
internal sealed class KeyDocument
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required byte[] Salt { get; init; }

    public required byte[] Hash { get; init; }

    public required string[] Scopes { get; init; }

    public string[]? Units { get; init; }

    public string[]? Bodies { get; init; }

    public int? CostPerMinute { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public static KeyDocument Of(ApiKey key) => new()
    {
        Id = key.Id,
        Name = key.Name,
        Salt = [.. key.Salt],
        Hash = [.. key.Hash],
        Scopes = [.. key.Scopes.Select(ScopeNames.Name)],
        Units = key.Units.IsEmpty ? null : [.. key.Units],
        Bodies = key.Bodies is { } bodies ? [.. bodies] : null,
        CostPerMinute = key.CostPerMinute,
        CreatedAt = key.CreatedAt,
        ExpiresAt = key.ExpiresAt,
        RevokedAt = key.RevokedAt,
        LastUsedAt = key.LastUsedAt,
    };

    public ApiKey ToKey() => new()
    {
        Id = Id,
        Name = Name,
        Salt = [.. Salt],
        Hash = [.. Hash],
        Scopes = [.. Scopes.Select(name => ScopeNames.Find(name) ?? throw new JsonException($"There is no scope '{name}'."))],
        Units = [.. Units ?? []],
        Bodies = Bodies is { } bodies ? [.. bodies] : null,
        CostPerMinute = CostPerMinute,
        CreatedAt = CreatedAt,
        ExpiresAt = ExpiresAt,
        RevokedAt = RevokedAt,
        LastUsedAt = LastUsedAt,
    };
}
