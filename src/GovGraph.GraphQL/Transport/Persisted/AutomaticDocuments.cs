using System.Text.Json;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Persisted;

/// <summary>Documents that callers have sent once, with their hash, and then name by it.</summary>
/// <seealso href="https://www.apollographql.com/docs/apollo-server/performance/apq"/>
internal sealed class AutomaticDocuments(PersistedOptions options)
{
    private readonly LruCache<string, string> _byHash = new(options.MaxAutomaticDocuments, options.MaxAutomaticCharacters);

    /// <summary>The hash in <c>extensions.persistedQuery</c>; null where the caller names none.</summary>
    public static RequestFault? ReadHash(JsonElement extensions, out string? hash)
    {
        hash = null;
        if (extensions.ValueKind != JsonValueKind.Object || !extensions.TryGetProperty("persistedQuery"u8, out var persisted)) return null;
        if (persisted.ValueKind == JsonValueKind.Object &&
            persisted.TryGetProperty("version"u8, out var version) && version.ValueKind == JsonValueKind.Number && version.TryGetInt32(out var number) && number == 1 &&
            persisted.TryGetProperty("sha256Hash"u8, out var given) && given.ValueKind == JsonValueKind.String && given.GetString() is { Length: 64 } text)
        {
            hash = text.ToLowerInvariant();
            return null;
        }

        return ParametersReader.Invalid("`extensions.persistedQuery` must be {version: 1, sha256Hash: 64 hexadecimal digits}.");
    }

    /// <summary>The document of this hash, or the fault that tells the caller to send it.</summary>
    public RequestFault? Find(string hash, out string? document)
    {
        document = null;
        if (!options.AllowAutomatic) return new RequestFault(StatusCodes.Status400BadRequest, ErrorCodes.PersistedQueryNotSupported, "PersistedQueryNotSupported");
        return _byHash.TryGet(hash, out document)
            ? null
            : new RequestFault(StatusCodes.Status400BadRequest, ErrorCodes.PersistedQueryNotFound, "PersistedQueryNotFound");
    }

    /// <summary>Keeps a document that has been executed, if it has the hash that its caller says. Tells what the caller hears of it.</summary>
    public PersistedReport Keep(string hash, string document)
    {
        var actual = DocumentHash.Of(document);
        if (actual != hash) return new PersistedReport(hash, IsPersisted: false, ExpectedHash: actual);
        if (document.Length > options.MaxAutomaticLength) return new PersistedReport(hash, IsPersisted: false, ExpectedHash: null);
        _byHash.Add(hash, document, document.Length);
        return new PersistedReport(hash, IsPersisted: true, ExpectedHash: null);
    }
}
