using System.Text.Json;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Transport.Batching;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>Reads the JSON of a request: an object with the request's parameters or, where batches are allowed, an array of them.</summary>
/// <seealso href="https://graphql.github.io/graphql-over-http/draft/#sec-JSON-Encoding"/>
internal static class RequestParser
{
    private static readonly BatchingOptions s_noBatch = new();

    /// <summary>Gives what was read, or the fault that makes it unreadable.</summary>
    public static RequestFault? Parse(ReadOnlyMemory<byte> json, out ParsedRequest? request, BatchingOptions? batching = null)
    {
        request = null;
        if (json.Span.StartsWith("\uFEFF"u8)) json = json[3..];
        if (json.IsEmpty) return Unreadable("Invalid JSON document: the body is empty.");
        if (LoneSurrogates.Contains(json.Span)) return Unreadable("Invalid JSON document: a string has half of a surrogate pair.");

        var read = new ParsedRequest();
        RequestFault? fault;
        try
        {
            var reader = new Utf8JsonReader(json.Span);
            reader.Read();
            var parameters = new ParametersReader(json, batching ?? s_noBatch, read);
            fault = reader.TokenType switch
            {
                JsonTokenType.StartObject => parameters.ReadRequest(ref reader, index: null),
                JsonTokenType.StartArray => parameters.ReadBatch(ref reader),
                var other => ParametersReader.Invalid($"the body must be an object, but it is {ParametersReader.Kind(other)}."),
            };

            // Read past the end, so that what follows is an error.
            if (fault is null) reader.Read();
        }
        catch (JsonException exception)
        {
            fault = Unreadable($"Invalid JSON document: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
        }

        if (fault is null) request = read;
        else read.Dispose();
        return fault;
    }

    /// <summary>An object alone, as <c>variables</c> and <c>extensions</c> are written in a URL.</summary>
    public static RequestFault? ParseObject(string name, ReadOnlyMemory<byte> json, ParsedRequest owner, out JsonElement value)
    {
        value = default;
        if (LoneSurrogates.Contains(json.Span)) return Unreadable($"Invalid JSON in `{name}`: a string has half of a surrogate pair.");
        try
        {
            var reader = new Utf8JsonReader(json.Span);
            reader.Read();
            var fault = new ParametersReader(json, s_noBatch, owner).ReadObjectOrNull(ref reader, name, out value);
            if (fault is null) reader.Read();
            return fault;
        }
        catch (JsonException exception)
        {
            return Unreadable($"Invalid JSON in `{name}`: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
        }
    }

    private static RequestFault Unreadable(string message) => new(StatusCodes.Status400BadRequest, ErrorCodes.UnreadableRequest, message);
}
