using System.Text.Json;
using GovGraph.GraphQL.Execution;

namespace GovGraph.GraphQL.Transport.Persisted;

/// <summary>What a response says in <c>extensions.persistedQuery</c> of the document that its caller wanted kept.</summary>
internal sealed record PersistedReport(string Hash, bool IsPersisted, string? ExpectedHash)
{
    /// <summary>The response with the report in it, in place of the one given.</summary>
    public GraphQLResponse AddTo(GraphQLResponse response)
    {
        using (response)
        {
            var body = response.Body.Span;
            var writer = new JsonWriter();
            var (at, isEmpty) = FindExtensions(body);
            if (at < 0)
            {
                writer.WriteRaw(body[..^1]);
                writer.WriteRaw(",\"extensions\":{"u8);
                Write(writer);
                writer.WriteRaw("}}"u8);
            }
            else
            {
                writer.WriteRaw(body[..at]);
                Write(writer);
                if (!isEmpty) writer.WriteRaw(","u8);
                writer.WriteRaw(body[at..]);
            }

            return new GraphQLResponse(writer, response.Kind, response.Errors);
        }
    }

    private void Write(JsonWriter writer)
    {
        writer.WriteRaw("\"persistedQuery\":{\"sha256Hash\":"u8);
        writer.WriteString(Hash);
        writer.WriteRaw(",\"persisted\":"u8);
        writer.WriteBoolean(IsPersisted);
        if (ExpectedHash is not null)
        {
            writer.WriteRaw(",\"expectedHashValue\":"u8);
            writer.WriteString(ExpectedHash);
            writer.WriteRaw(",\"expectedHashType\":\"sha256Hash\",\"expectedHashFormat\":\"HEX\""u8);
        }

        writer.WriteRaw("}"u8);
    }

    /// <summary>The place after the brace that opens the extensions; -1 where there are none.</summary>
    private static (int At, bool IsEmpty) FindExtensions(ReadOnlySpan<byte> response)
    {
        var reader = new Utf8JsonReader(response, new JsonReaderOptions { MaxDepth = int.MaxValue });
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isFound = reader.ValueTextEquals("extensions"u8);
            reader.Read();
            if (isFound)
            {
                var at = (int)reader.BytesConsumed;
                reader.Read();
                return (at, reader.TokenType == JsonTokenType.EndObject);
            }

            reader.Skip();
        }

        return (-1, true);
    }
}
