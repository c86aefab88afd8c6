using System.Collections.Immutable;

namespace GovGraph.Storage.Access;

/// <summary>What is kept of a key: all but the secret.</summary>
public sealed record ApiKey
{
    /// <summary>The part of the key that is no secret: by it the key is found.</summary>
    public required string Id { get; init; }

    /// <summary>Who has it; two keys share a name while one takes the place of the other.</summary>
    public required string Name { get; init; }

    /// <summary>Random, of this key alone.</summary>
    public required ImmutableArray<byte> Salt { get; init; }

    /// <summary>Of the secret, with the salt.</summary>
    public required ImmutableArray<byte> Hash { get; init; }

    public required ImmutableArray<Scope> Scopes { get; init; }

    /// <summary>The ids of the units for which it changes tasks; empty where it is bound to none.</summary>
    public ImmutableArray<string> Units { get; init; } = [];

    /// <summary>The ids of the bodies whose plans it sees; null where it sees all.</summary>
    public ImmutableArray<string>? Bodies { get; init; }

    /// <summary>The field cost that it may ask for in a minute; null for as much as any key.</summary>
    public int? CostPerMinute { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>From this moment on it is not taken any more.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; init; }

    /// <summary>To about a minute.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Whether one of these has its name and is taken when it is made.</summary>
    public bool IsNamedAmong(IEnumerable<ApiKey> others) => others.Any(other => other.Name == Name && other.State(CreatedAt) == KeyState.Active);

    public KeyState State(DateTimeOffset now) => RevokedAt is not null ? KeyState.Revoked : now >= ExpiresAt ? KeyState.Expired : KeyState.Active;
}

/// <summary>Whether a key is taken.</summary>
public enum KeyState
{
    Active,
    Expired,
    Revoked,
}
