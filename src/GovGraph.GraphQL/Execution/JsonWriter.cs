using System.Buffers;
using System.Buffers.Text;
using System.Text.Encodings.Web;

namespace GovGraph.GraphQL.Execution;

/// <summary>Writes JSON as UTF-8 into one growing buffer that can be cut back: null propagation cuts to a mark and writes null.</summary>
public sealed class JsonWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);

    public ReadOnlySpan<byte> Written => _buffer.WrittenSpan;

    /// <summary>Copies bytes that are JSON already.</summary>
    public void WriteRaw(ReadOnlySpan<byte> json) => _buffer.Write(json);

    public void WriteNull() => _buffer.Write("null"u8);

    public void WriteBoolean(bool value) => _buffer.Write(value ? "true"u8 : "false"u8);

    public void WriteNumber(long value)
    {
        Utf8Formatter.TryFormat(value, _buffer.GetSpan(20), out var written);
        _buffer.Advance(written);
    }

    /// <summary>Writes a quoted, escaped string.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        _buffer.Write("\""u8);
        _buffer.Write(System.Text.Encoding.UTF8.GetBytes(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value.ToString())));
        _buffer.Write("\""u8);
    }
}
