using System.Diagnostics.CodeAnalysis;
using GovGraph.GraphQL.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>Tells what a body is by its headers.</summary>
internal static class ContentTypes
{
    /// <summary>Whether the body is JSON in UTF-8, uncompressed; otherwise why it is not taken.</summary>
    public static bool IsJson(HttpRequest request, [NotNullWhen(false)] out RequestFault? fault)
    {
        fault = null;
        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity")
        {
            fault = Unsupported($"The body is encoded as `{encoding}`: send it plain.", (HeaderNames.AcceptEncoding, "identity"));
            return false;
        }

        if (request.ContentType is "application/json" or "application/json; charset=utf-8") return true;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) ||
            !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            var given = string.IsNullOrEmpty(request.ContentType) ? "The body has no Content-Type" : $"The body is `{request.ContentType}`";
            fault = Unsupported($"{given}: send `application/json`.", ("Accept-Post", "application/json"));
            return false;
        }

        if (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)) return true;
        fault = Unsupported($"The body is in the charset `{type.Charset}`: send UTF-8.", ("Accept-Post", "application/json; charset=utf-8"));
        return false;
    }

    private static RequestFault Unsupported(string message, (string Name, string Value) header) =>
        new(StatusCodes.Status415UnsupportedMediaType, ErrorCodes.InvalidRequest, message) { Header = header };
}
