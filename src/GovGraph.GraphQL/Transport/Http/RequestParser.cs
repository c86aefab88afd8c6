using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>Reads the JSON of a request: one object with the request's parameters.</summary>
/// <seealso href="https://graphql.github.io/graphql-over-http/draft/#sec-JSON-Encoding"/>
internal static class RequestParser
{
    // Two members of one name mean one thing here and another behind a proxy that checked the first.
    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false };

    /// <summary>Gives the parameters, or the fault that makes them unreadable.</summary>
    public static RequestFault? Parse(ReadOnlyMemory<byte> json, out RequestParameters? parameters)
    {
        parameters = null;
        if (json.Span.StartsWith("\uFEFF"u8)) json = json[3..];
        if (json.IsEmpty) return Unreadable("Invalid JSON document: the body is empty.");
        if (LoneSurrogates.Contains(json.Span)) return Unreadable("Invalid JSON document: a string has half of a surrogate pair.");

        var reader = new Utf8JsonReader(json.Span);
        var read = new RequestParameters();
        try
        {
            reader.Read();
            var fault = reader.TokenType == JsonTokenType.StartObject
                ? ReadObject(ref reader, json, read)
                : Invalid($"the body must be an object, but it is {Kind(reader.TokenType)}.");
            if (fault is null)
            {
                // Read past the end, so that what follows the object is an error.
                reader.Read();
                parameters = read;
                return null;
            }

            read.Dispose();
            return fault;
        }
        catch (JsonException exception)
        {
            read.Dispose();
            return Unreadable($"Invalid JSON document: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
        }
    }

    /// <summary>An object alone, as <c>variables</c> and <c>extensions</c> are written in a URL.</summary>
    public static RequestFault? ParseObject(string name, ReadOnlyMemory<byte> json, out JsonDocument? value)
    {
        value = null;
        if (LoneSurrogates.Contains(json.Span)) return Unreadable($"Invalid JSON in `{name}`: a string has half of a surrogate pair.");
        var reader = new Utf8JsonReader(json.Span);
        try
        {
            reader.Read();
            var fault = ReadObjectOrNull(ref reader, json, name, out value);
            if (fault is null) reader.Read();
            return fault;
        }
        catch (JsonException exception)
        {
            value?.Dispose();
            return Unreadable($"Invalid JSON in `{name}`: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
        }
    }

    private static RequestFault? ReadObject(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, RequestParameters parameters)
    {
        var seen = Members.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = Member(ref reader);
            if ((seen & member) != 0) return Invalid($"`{reader.GetString()}` is given twice.");
            seen |= member;
            reader.Read();
            var fault = ReadMember(ref reader, json, member, parameters);
            if (fault is not null) return fault;
        }

        return null;
    }

    private static Members Member(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("query"u8) ? Members.Query
        : reader.ValueTextEquals("variables"u8) ? Members.Variables
        : reader.ValueTextEquals("operationName"u8) ? Members.OperationName
        : reader.ValueTextEquals("extensions"u8) ? Members.Extensions
        : reader.ValueTextEquals("id"u8) || reader.ValueTextEquals("documentId"u8) ? Members.Id
        : Members.None;

    private static RequestFault? ReadMember(
        ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, Members member, RequestParameters parameters)
    {
        RequestFault? fault = null;
        switch (member)
        {
            case Members.Query:
                fault = ReadString(ref reader, "query", out var query);
                parameters.Query = query;
                break;
            case Members.Id:
                fault = ReadString(ref reader, "id", out var id);
                parameters.Id = id;
                break;
            case Members.OperationName:
                fault = ReadString(ref reader, "operationName", out var operationName);
                parameters.OperationName = operationName is { Length: > 0 } ? operationName : null;
                break;
            case Members.Variables:
                fault = ReadObjectOrNull(ref reader, json, "variables", out var variables);
                parameters.Variables = variables;
                break;
            case Members.Extensions:
                fault = ReadObjectOrNull(ref reader, json, "extensions", out var extensions);
                parameters.Extensions = extensions;
                break;
            default:
                reader.Skip();
                break;
        }

        return fault;
    }

    private static RequestFault? ReadString(ref Utf8JsonReader reader, string name, out string? value)
    {
        value = null;
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType != JsonTokenType.String) return Invalid($"`{name}` must be a string, but it is {Kind(reader.TokenType)}.");
        value = reader.GetString();
        return null;
    }

    private static RequestFault? ReadObjectOrNull(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, string name, out JsonDocument? value)
    {
        value = null;
        if (reader.TokenType == JsonTokenType.Null) return null;
        if (reader.TokenType != JsonTokenType.StartObject) return Invalid($"`{name}` must be an object, but it is {Kind(reader.TokenType)}.");
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        try
        {
            value = JsonDocument.Parse(json[start..(int)reader.BytesConsumed], s_strict);
            return null;
        }
        catch (JsonException)
        {
            // The reader has been over it already: only a repeated name is left to object to.
            return Invalid($"`{name}` has an object with the same name twice.");
        }
    }

    private static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a boolean",
    };

    private static RequestFault Invalid(string reason) => new(StatusCodes.Status400BadRequest, "HC0009", $"Invalid GraphQL request: {reason}");

    private static RequestFault Unreadable(string message) => new(StatusCodes.Status400BadRequest, "HC0012", message);

    [Flags]
    private enum Members
    {
        None = 0,
        Query = 1,
        Id = 2,
        OperationName = 4,
        Variables = 8,
        Extensions = 16,
    }
}
