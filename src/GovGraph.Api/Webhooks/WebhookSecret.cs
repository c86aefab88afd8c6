using System.Security.Cryptography;

namespace GovGraph.Api.Webhooks;

/// <summary>What signs deliveries: 24 to 64 random bytes in base64 behind <c>whsec_</c>.</summary>
/// <seealso href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md"/>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";
    private const int Shortest = 24;
    private const int Longest = 64;

    public static string New() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>Null where it is no secret.</summary>
    public static byte[]? KeyOf(string secret)
    {
        var bytes = new byte[Longest];
        return secret.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(secret[Prefix.Length..], bytes, out var length)
            && length >= Shortest
                ? bytes[..length]
                : null;
    }

    /// <summary>The value of <c>webhook-signature</c>.</summary>
    public static string Sign(string secret, string deliveryId, long timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, KeyOf(secret)!);
        hash.AppendData(System.Text.Encoding.ASCII.GetBytes(FormattableString.Invariant($"{deliveryId}.{timestamp}.")));
        hash.AppendData(body);
        return $"v1,{Convert.ToBase64String(hash.GetHashAndReset())}";
    }
}
