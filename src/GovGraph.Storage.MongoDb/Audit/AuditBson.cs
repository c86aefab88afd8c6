using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using GovGraph.Storage.Audit;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Documents;

namespace GovGraph.Storage.MongoDb.Audit;

/// <summary>An audit record as a document: the members of its line, with real dates.</summary>
internal static class AuditBson
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] Write(AuditRecord record, DateTimeOffset expires)
    {
        using var writer = new BsonWriter();
        writer.Begin().String("_id"u8, Guid.CreateVersion7(record.At).ToString("N")).DateTime("expires"u8, expires).DateTime("at"u8, record.At);
        writer.Json(JsonElement.Parse(AuditJson.Line(record)), ["at"]);
        return writer.End().Written.ToArray();
    }

    public static byte[] ReadLine(ReadOnlySpan<byte> document)
    {
        using var line = new MemoryStream();
        using (var writer = new Utf8JsonWriter(line, s_options))
        {
            writer.WriteStartObject();
            for (var members = new BsonReader(document); members.Next();)
            {
                if (members.Is("_id"u8) || members.Is("expires"u8)) continue;
                writer.WritePropertyName(members.Name);
                Write(writer, members);
            }

            writer.WriteEndObject();
        }

        return line.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, BsonReader value)
    {
        switch (value.Type)
        {
            case BsonType.String:
                writer.WriteStringValue(value.Utf8Bytes());
                break;
            case BsonType.DateTime:
                writer.WriteStringValue(value.DateTime().Text());
                break;
            case BsonType.Array:
                writer.WriteStartArray();
                for (var items = value.Enter(); items.Next();) Write(writer, items);
                writer.WriteEndArray();
                break;
            case BsonType.Document:
                writer.WriteStartObject();
                for (var members = value.Enter(); members.Next();)
                {
                    writer.WritePropertyName(members.Name);
                    Write(writer, members);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteNumberValue(value.Int64());
                break;
        }
    }
}
