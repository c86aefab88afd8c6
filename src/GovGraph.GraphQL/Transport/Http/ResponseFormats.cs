using System.Collections.Concurrent;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Transport.Export;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>The formats that a request accepts best: for one response, for many where it accepts a stream at all, and for rows where it wants those.</summary>
internal readonly record struct ChosenFormats(ResponseFormat ForOne, StreamFormat? ForStream, RowFormat? ForRows = null);

/// <summary>The media types of the answers, the default first.</summary>
internal sealed class ResponseFormats(params StreamFormat[] streams)
{
    // Callers send few different headers, and reading one takes longer than reading a small request.
    private const int MostKnown = 64;
    private const int LongestKnown = 256;

    private static readonly MediaTypeOffer s_page = new("text", "html");
    private readonly MediaTypeOffer[] _all = [JsonFormat.Json, JsonFormat.GraphQLResponse, .. streams, .. RowFormat.All];
    private readonly MediaTypeOffer[] _allAndPage = [JsonFormat.Json, JsonFormat.GraphQLResponse, .. streams, .. RowFormat.All, s_page];

    private readonly ConcurrentDictionary<string, ChosenFormats> _known = [];

    /// <summary>Gives the formats, or the fault that there are none.</summary>
    public RequestFault? Choose(HttpRequest request, out ChosenFormats chosen)
    {
        var header = request.Headers.Accept.ToString();
        if (_known.TryGetValue(header, out chosen)) return null;
        if (!Accept.TryParse(header, out var accept))
        {
            return new RequestFault(
                StatusCodes.Status400BadRequest, ErrorCodes.UnreadableAcceptHeader, $"Unable to parse the accept header value `{header}`.");
        }

        if (accept.Choose<MediaTypeOffer>(_all) is not { } best)
        {
            return new RequestFault(
                StatusCodes.Status406NotAcceptable, ErrorCodes.NotAcceptable, $"None of the accepted media types can be given, but {string.Join(", ", _all)} can.");
        }

        chosen = best is RowFormat rows
            ? new ChosenFormats(JsonFormat.GraphQLResponse, ForStream: null, rows)
            : new ChosenFormats((ResponseFormat)best, accept.Choose<StreamFormat>(streams));
        if (header.Length <= LongestKnown && _known.Count < MostKnown) _known[header] = chosen;
        return null;
    }

    /// <summary>Whether a browser asks for something to look at.</summary>
    public bool IsPageWanted(HttpRequest request) =>
        Accept.TryParse(request.Headers.Accept, out var accept) && accept.Choose<MediaTypeOffer>(_allAndPage) == s_page;

    /// <summary>The form of an answer to what was not taken: the one asked for where it is JSON.</summary>
    public JsonFormat ForFault(HttpRequest request) =>
        Choose(request, out var chosen) is null && chosen.ForOne is JsonFormat json ? json : JsonFormat.Json;
}
