using System.Text.Json;
using GovGraph.GraphQL.Transport.Http;

namespace GovGraph.GraphQL.Transport.WebSockets;

/// <summary>A message of a client: its type, and of its members those that the type has.</summary>
/// <seealso href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md"/>
internal sealed record ClientMessage(string Type, string Id, ReadOnlyMemory<byte> Payload)
{
    private const int LongestId = 256;

    /// <summary>Gives the message, or says what is wrong with it.</summary>
    public static string? Parse(ReadOnlyMemory<byte> json, out ClientMessage? message)
    {
        message = null;
        if (LoneSurrogates.Contains(json.Span)) return "A string has half of a surrogate pair";
        try
        {
            var reader = new Utf8JsonReader(json.Span);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject) return "A message must be an object";
            var fault = ReadMembers(ref reader, json, out var read);
            if (fault is not null) return fault;
            reader.Read();
            message = read;
            return null;
        }
        catch (JsonException exception)
        {
            return $"Invalid JSON at byte {exception.BytePositionInLine + 1} of line {exception.LineNumber + 1}";
        }
    }

    private static string? ReadMembers(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json, out ClientMessage? message)
    {
        message = null;
        string? type = null;
        string? id = null;
        var payload = ReadOnlyMemory<byte>.Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            var isId = reader.ValueTextEquals("id"u8);
            var isPayload = reader.ValueTextEquals("payload"u8);
            reader.Read();
            if (isType || isId)
            {
                if (reader.TokenType != JsonTokenType.String) return $"`{(isType ? "type" : "id")}` must be a string";
                if ((isType ? type : id) is not null) return $"`{(isType ? "type" : "id")}` is given twice";
                if (isType) type = reader.GetString();
                else id = reader.GetString();
                continue;
            }

            var start = (int)reader.TokenStartIndex;
            if (isPayload && !payload.IsEmpty) return "`payload` is given twice";
            var isNull = reader.TokenType == JsonTokenType.Null;
            reader.Skip();
            if (isPayload && !isNull) payload = json[start..(int)reader.BytesConsumed];
        }

        if (type is null) return "A message must have a `type`";
        if (type is "subscribe" or "complete" && id is not { Length: > 0 and <= LongestId }) return $"`{type}` must have an `id` of 1 to {LongestId} characters";
        if (type == "subscribe" && payload.IsEmpty) return "`subscribe` must have a `payload`";
        message = new ClientMessage(type, id ?? "", payload);
        return null;
    }
}
