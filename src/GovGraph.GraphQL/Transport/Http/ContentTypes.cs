using GovGraph.GraphQL.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>Tells what a body is by its headers.</summary>
internal sealed class ContentTypes(bool takesUploads)
{
    private readonly string _taken = takesUploads ? "application/json, multipart/form-data" : "application/json";

    /// <summary>Whether the body is JSON in UTF-8 or a form with files, uncompressed; otherwise why it is not taken.</summary>
    public RequestFault? Check(HttpRequest request, out bool isUpload)
    {
        isUpload = false;
        if (request.Headers.ContentEncoding is { Count: > 0 } encoding && encoding != "identity")
        {
            return Unsupported($"The body is encoded as `{encoding}`: send it plain.", (HeaderNames.AcceptEncoding, "identity"));
        }

        if (request.ContentType is "application/json" or "application/json; charset=utf-8") return null;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type)) return NotTaken(request);
        if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            isUpload = takesUploads;
            return takesUploads ? null : NotTaken(request);
        }

        if (!type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)) return NotTaken(request);
        return !type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            ? null
            : Unsupported($"The body is in the charset `{type.Charset}`: send UTF-8.", ("Accept-Post", "application/json; charset=utf-8"));
    }

    private RequestFault NotTaken(HttpRequest request)
    {
        var given = string.IsNullOrEmpty(request.ContentType) ? "The body has no Content-Type" : $"The body is `{request.ContentType}`";
        return Unsupported($"{given}: send `{_taken}`.", ("Accept-Post", _taken));
    }

    private static RequestFault Unsupported(string message, (string Name, string Value) header) =>
        new(StatusCodes.Status415UnsupportedMediaType, ErrorCodes.InvalidRequest, message) { Header = header };
}
