using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GovGraph.Storage.Audit;

/// <summary>A record as a line of JSON: what is not known is not there.</summary>
internal static class AuditJson
{
    private const string Moments = "yyyy-MM-ddTHH:mm:ss.fffZ";

    // A caller chooses ids and names: none of them may fill the disk.
    private const int Longest = 200;
    private const int MostListed = 1000;

    // Lines are for people too; line breaks and quotes are escaped all the same.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    public static string Text(this DateTimeOffset moment) => moment.UtcDateTime.ToString(Moments, CultureInfo.InvariantCulture);

    /// <summary>With a line break at its end.</summary>
    public static byte[] Line(AuditRecord record)
    {
        var line = new ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(line, s_options)) Write(writer, record);
        line.Write("\n"u8);
        return line.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, AuditRecord record)
    {
        writer.WriteStartObject();
        writer.WriteString("at"u8, record.At.Text());
        writer.WriteString("outcome"u8, record.Outcome.ToString().ToUpperInvariant());
        WriteText("who"u8, record.Who);
        WriteText("key"u8, record.KeyId);
        WriteText("from"u8, record.From);
        WriteText("client"u8, record.Client);
        WriteText("operation"u8, record.Operation);
        WriteText("field"u8, record.Field);
        WriteList("ids"u8, record.Ids);
        if (!record.Changed.IsEmpty)
        {
            writer.WriteStartArray("changed"u8);
            foreach (var (id, version) in record.Changed.Take(MostListed))
            {
                writer.WriteStartObject();
                writer.WriteString("id"u8, Cut(id));
                writer.WriteNumber("version"u8, version);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        WriteList("codes"u8, record.Codes);
        WriteText("errorId"u8, record.ErrorId);
        if (record.Status is { } status) writer.WriteNumber("status"u8, status);
        if (record.Times > 1) writer.WriteNumber("times"u8, record.Times);
        writer.WriteEndObject();

        void WriteText(ReadOnlySpan<byte> name, string? text)
        {
            if (text is not null) writer.WriteString(name, Cut(text));
        }

        void WriteList(ReadOnlySpan<byte> name, ImmutableArray<string> texts)
        {
            if (texts.IsEmpty) return;
            writer.WriteStartArray(name);
            foreach (var text in texts.Take(MostListed)) writer.WriteStringValue(Cut(text));
            writer.WriteEndArray();
        }
    }

    private static string Cut(string text) => text.Length <= Longest ? text : $"{text.AsSpan(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)}…";
}
