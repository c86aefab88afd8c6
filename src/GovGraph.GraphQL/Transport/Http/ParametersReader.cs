using System.Text.Json;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Transport.Batching;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>Reads request parameters token by token, and says which one is not what it must be.</summary>
internal readonly ref struct ParametersReader(ReadOnlyMemory<byte> json, BatchingOptions batching, ParsedRequest read)
{
    // Two members of one name mean one thing here and another behind a proxy that checked the first.
    private static readonly JsonDocumentOptions s_strict = new() { AllowDuplicateProperties = false };

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

    public static RequestFault Invalid(string reason) =>
        new(StatusCodes.Status400BadRequest, ErrorCodes.InvalidRequest, $"Invalid GraphQL request: {reason}");

    public static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a boolean",
    };

    public RequestFault? ReadBatch(ref Utf8JsonReader reader)
    {
        if (!batching.AllowRequests) return Invalid("the body must be an object, but it is an array, and batches of requests are turned off.");
        read.IsBatch = true;
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (reader.TokenType != JsonTokenType.StartObject) return Invalid($"an item of the batch must be an object, but it is {Kind(reader.TokenType)}.");
            if (ReadRequest(ref reader, index) is { } fault) return fault;
        }

        return read.Operations.Count == 0 ? Invalid("The GraphQL batch request has no elements.") : null;
    }

    public RequestFault? ReadRequest(ref Utf8JsonReader reader, int? index)
    {
        var parameters = new RequestParameters { Index = (index, null) };
        var seen = Members.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var member = Member(ref reader);
            if ((seen & member) != 0) return Invalid($"`{reader.GetString()}` is given twice.");
            seen |= member;
            reader.Read();
            if (ReadMember(ref reader, member, parameters) is { } fault) return fault;
        }

        return Add(parameters);
    }

    public RequestFault? ReadObjectOrNull(ref Utf8JsonReader reader, string name, out JsonElement value)
    {
        value = default;
        if (reader.TokenType == JsonTokenType.Null) return null;
        return reader.TokenType == JsonTokenType.StartObject
            ? ReadWhole(ref reader, name, out value)
            : Invalid($"`{name}` must be an object, but it is {Kind(reader.TokenType)}.");
    }

    private static Members Member(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("query"u8) ? Members.Query
        : reader.ValueTextEquals("variables"u8) ? Members.Variables
        : reader.ValueTextEquals("operationName"u8) ? Members.OperationName
        : reader.ValueTextEquals("extensions"u8) ? Members.Extensions
        : reader.ValueTextEquals("id"u8) || reader.ValueTextEquals("documentId"u8) ? Members.Id
        : Members.None;

    private RequestFault? ReadMember(ref Utf8JsonReader reader, Members member, RequestParameters parameters)
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
                fault = ReadVariables(ref reader, out var variables);
                parameters.Variables = variables;
                break;
            case Members.Extensions:
                fault = ReadObjectOrNull(ref reader, "extensions", out var extensions);
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

    private RequestFault? ReadVariables(ref Utf8JsonReader reader, out JsonElement value) =>
        batching.AllowVariables && reader.TokenType == JsonTokenType.StartArray
            ? ReadWhole(ref reader, "variables", out value)
            : ReadObjectOrNull(ref reader, "variables", out value);

    private RequestFault? ReadWhole(ref Utf8JsonReader reader, string name, out JsonElement value)
    {
        value = default;
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        try
        {
            value = read.Own(JsonDocument.Parse(json[start..(int)reader.BytesConsumed], s_strict));
            return null;
        }
        catch (JsonException)
        {
            // The reader has been over it already: only a repeated name is left to object to.
            return Invalid($"`{name}` has an object with the same name twice.");
        }
    }

    /// <summary>Adds the operation, or one for each set of its variables.</summary>
    private RequestFault? Add(RequestParameters parameters)
    {
        if (parameters.Variables.ValueKind != JsonValueKind.Array)
        {
            read.Operations.Add(parameters);
            return SizeFault();
        }

        read.IsBatch = true;
        var sets = 0;
        foreach (var variables in parameters.Variables.EnumerateArray())
        {
            if (variables.ValueKind != JsonValueKind.Object) return Invalid("each item of `variables` must be an object.");
            read.Operations.Add(parameters with { Variables = variables, Index = (parameters.Index.Request, sets++) });
            if (SizeFault() is { } fault) return fault;
        }

        return sets == 0 ? Invalid("`variables` has no elements.") : null;
    }

    private RequestFault? SizeFault() => read.IsBatch && read.Operations.Count > batching.MaxSize
        ? Invalid($"The batch size exceeds the maximum allowed batch size of {batching.MaxSize}.")
        : null;
}
