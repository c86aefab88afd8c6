using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GovGraph.Storage.Files.Journals;

/// <summary>One line of the journal: a JSON object whose last member is the checksum (CRC-32C, hexadecimal) of all before it.</summary>
internal static class JournalLine
{
    // Vietnamese letters stay readable; a line never leaves the store's own files.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static ReadOnlySpan<byte> SumMember => ",\"sum\":\""u8;

    private static ReadOnlySpan<byte> End => "\"}"u8;

    public static void Write(IBufferWriter<byte> lines, Action<Utf8JsonWriter> writeMembers)
    {
        var line = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(line, Readable))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        var content = line.WrittenSpan[..^1];
        lines.Write(content);
        lines.Write(SumMember);
        lines.Write(Encoding.ASCII.GetBytes(Sum(content).ToString("x8", CultureInfo.InvariantCulture)));
        lines.Write(End);
        lines.Write("\n"u8);
    }

    /// <summary>The line's members; null where the line is not whole, or not as it was written.</summary>
    public static JsonDocument? Read(ReadOnlyMemory<byte> line) => IsWhole(line.Span) ? JsonDocument.Parse(line) : null;

    /// <summary>Whether the line is as it was written.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> line)
    {
        const int digits = 8;
        var length = line.Length - (SumMember.Length + digits + End.Length);
        if (length < 1)
        {
            return false;
        }

        var content = line[..length];
        var tail = line[length..];
        return tail.StartsWith(SumMember) && tail.EndsWith(End)
            && uint.TryParse(tail.Slice(SumMember.Length, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var sum)
            && sum == Sum(content);
    }

    private static uint Sum(ReadOnlySpan<byte> content)
    {
        var sum = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(content);
        foreach (var word in words)
        {
            sum = BitOperations.Crc32C(sum, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        }

        foreach (var b in content[(words.Length * sizeof(ulong))..])
        {
            sum = BitOperations.Crc32C(sum, b);
        }

        return ~sum;
    }
}
