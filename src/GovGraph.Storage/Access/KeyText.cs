using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace GovGraph.Storage.Access;

/// <summary>A key as it is handed over: <c>gg_ID_SECRET</c>. Decision 12 says why its hash may be a fast one.</summary>
public sealed class KeyText
{
    private const string Prefix = "gg_";
    private const int IdLength = 16;
    private const int SecretLength = 64;
    private const int SaltLength = 16;

    // Who names no key that there is waits for a comparison too.
    private static readonly byte[] s_nobodysSalt = RandomNumberGenerator.GetBytes(SaltLength);
    private static readonly byte[] s_nobodysHash = RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);

    private readonly byte[] secret;

    private KeyText(string id, string secret) => (Id, this.secret) = (id, Encoding.ASCII.GetBytes(secret));

    public string Id { get; }

    /// <summary>A new key: 64 random bits of id, 256 of secret.</summary>
    public static KeyText New() => new(
        RandomNumberGenerator.GetHexString(IdLength, lowercase: true), RandomNumberGenerator.GetHexString(SecretLength, lowercase: true));

    /// <summary>False for whatever has not the form of a key.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out KeyText? key)
    {
        key = text.Length == Prefix.Length + IdLength + 1 + SecretLength && text.StartsWith(Prefix, StringComparison.Ordinal) && text[Prefix.Length + IdLength] == '_'
            ? new(text.Substring(Prefix.Length, IdLength), text[(Prefix.Length + IdLength + 1)..])
            : null;
        return key is not null;
    }

    /// <summary>The whole key, to be shown once.</summary>
    public string Reveal() => $"{Prefix}{Id}_{Encoding.ASCII.GetString(secret)}";

    /// <summary>What is kept of it.</summary>
    public ApiKey Keep(string name, ImmutableArray<Scope> scopes, DateTimeOffset now)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltLength);
        return new()
        {
            Id = Id,
            Name = name,
            Salt = [.. salt],
            Hash = [.. HMACSHA256.HashData(salt, secret)],
            Scopes = scopes,
            CreatedAt = now,
        };
    }

    /// <summary>Whether it is the key that is kept; as slow where there is none, and however much of it is right.</summary>
    public bool Is(ApiKey? kept)
    {
        var isSame = CryptographicOperations.FixedTimeEquals(
            HMACSHA256.HashData(kept is null ? s_nobodysSalt : kept.Salt.AsSpan(), secret), kept is null ? s_nobodysHash : kept.Hash.AsSpan());
        return isSame && kept is not null;
    }

    /// <summary>Without the secret: an object may end up in a log.</summary>
    public override string ToString() => $"{Prefix}{Id}";
}
