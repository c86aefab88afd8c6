using System.Text.Json;
using Microsoft.Extensions.Primitives;

namespace GovGraph.Server.Access;

/// <summary>The key that a request shows: in a header, or in the first message of a socket. Never in an address, which logs and histories keep.</summary>
/// <param name="Text">Null where none is shown.</param>
/// <param name="Fault">Why what is shown can't be read; null where it can.</param>
internal readonly record struct ShownKey(string? Text, string? Fault = null)
{
    public const string ApiKeyHeader = "X-Api-Key";
    private const string Scheme = "Bearer ";

    public static ShownKey Of(IHeaderDictionary headers) => Of(headers.Authorization, headers[ApiKeyHeader]);

    /// <summary>That of <c>connection_init</c>, or where it has none, that of the request that opened the socket.</summary>
    public static ShownKey Of(JsonElement payload, IHeaderDictionary headers)
    {
        var (authorization, apiKey) = (StringValues.Empty, StringValues.Empty);
        if (payload.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in payload.EnumerateObject())
            {
                if (member.Name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)) authorization = StringValues.Concat(authorization, Value(member.Value));
                if (member.Name.Equals(ApiKeyHeader, StringComparison.OrdinalIgnoreCase)) apiKey = StringValues.Concat(apiKey, Value(member.Value));
            }
        }

        return authorization.Count + apiKey.Count == 0 ? Of(headers) : Of(authorization, apiKey);
    }

    private static ShownKey Of(StringValues authorization, StringValues apiKey)
    {
        if (authorization.Count > 1 || apiKey.Count > 1) return new(null, "A key is sent once.");

        string? bearer = null;
        if (authorization.Count == 1)
        {
            var value = authorization.ToString();
            if (!value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)) return new(null, "Send the key as `Authorization: Bearer …`, or as `X-Api-Key: …`.");
            bearer = value[Scheme.Length..].Trim();
        }

        var plain = apiKey.Count == 1 ? apiKey.ToString().Trim() : null;
        return bearer is not null && plain is not null && bearer != plain
            ? new(null, "`Authorization` and `X-Api-Key` hold different keys: send one of them.")
            : new(bearer ?? plain);
    }

    // What is no text is no key either.
    private static string Value(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    /// <summary>Without the key: this may end up in a log.</summary>
    public override string ToString() => Text is null ? "no key" : "a key";
}
