using System.Text.Json;
using GovGraph.GraphQL.Execution;

namespace GovGraph.GraphQL.Transport.WebSockets;

/// <summary>Writes the messages of the server.</summary>
/// <seealso href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md"/>
internal static class ServerMessage
{
    public static JsonWriter ConnectionAck() => Write("connection_ack"u8);

    public static JsonWriter Ping() => Write("ping"u8);

    public static JsonWriter Pong(ReadOnlySpan<byte> payload) => Write("pong"u8, payload: payload);

    public static JsonWriter Next(string id, GraphQLResponse response) => Write("next"u8, id, response.Body.Span);

    /// <summary>For a response that has errors and nothing else.</summary>
    public static JsonWriter Error(string id, GraphQLResponse refused) => Write("error"u8, id, Errors(refused.Body.Span));

    public static JsonWriter Complete(string id) => Write("complete"u8, id);

    private static JsonWriter Write(ReadOnlySpan<byte> type, string? id = null, ReadOnlySpan<byte> payload = default)
    {
        var writer = new JsonWriter();
        writer.WriteRaw("{"u8);
        if (id is not null)
        {
            writer.WriteRaw("\"id\":"u8);
            writer.WriteString(id);
            writer.WriteRaw(","u8);
        }

        writer.WriteRaw("\"type\":\""u8);
        writer.WriteRaw(type);
        writer.WriteRaw("\""u8);
        if (!payload.IsEmpty)
        {
            writer.WriteRaw(",\"payload\":"u8);
            writer.WriteRaw(payload);
        }

        writer.WriteRaw("}"u8);
        return writer;
    }

    private static ReadOnlySpan<byte> Errors(ReadOnlySpan<byte> response)
    {
        var reader = new Utf8JsonReader(response);
        reader.Read();
        while (reader.Read() && !reader.ValueTextEquals("errors"u8)) reader.Skip();
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return response[start..(int)reader.BytesConsumed];
    }
}
