using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace GovGraph.GraphQL.Execution;

/// <summary>Writes JSON as UTF-8 into one pooled buffer that can be cut back: null propagation cuts to a mark and writes null.</summary>
public sealed class JsonWriter : IDisposable
{
    private const int LongestNumber = 40;

    // What JSON demands to be escaped, nothing else: Vietnamese letters go out as they are.
    private static readonly SearchValues<char> s_escaped = SearchValues.Create(
        "\"\\" + new string([.. Enumerable.Range(0, 0x20).Select(code => (char)code)]));

    private readonly int _maximumBytes;
    private readonly EncodedStrings? _encodedStrings;
    private byte[] _buffer;
    private int _position;

    public JsonWriter()
        : this(int.MaxValue)
    {
    }

    internal JsonWriter(int maximumBytes, int expectedBytes = 0, EncodedStrings? encodedStrings = null)
    {
        _maximumBytes = maximumBytes;
        _encodedStrings = encodedStrings;
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Max(expectedBytes, 1024));
    }

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _position);

    internal int Position => _position;

    internal ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, _position);

    /// <summary>Copies bytes that are JSON already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        if (json.Length > _buffer.Length - _position) Grow(json.Length);
        json.CopyTo(_buffer.AsSpan(_position));
        _position += json.Length;
    }

    public void WriteNull() => WriteRaw("null"u8);

    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    public void WriteNumber(long value)
    {
        value.TryFormat(Span(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    /// <summary>Writes the shortest text that reads back as the same number, which must be finite.</summary>
    public void WriteNumber(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has no such number.");

        // Whole numbers are frequent, and ten times as fast. No negative zero: JavaScript writes 0 as well.
        if (Math.Abs(value) < 1L << 53 && value == (long)value)
        {
            WriteNumber((long)value);
            return;
        }

        value.TryFormat(Span(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    public void WriteNumber(decimal value)
    {
        value.TryFormat(Span(LongestNumber), out var written, default, CultureInfo.InvariantCulture);
        _position += written;
    }

    /// <summary>Writes a quoted, escaped string. A lone surrogate becomes U+FFFD: UTF-8 has no form for it.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        var longest = ((long)value.Length * 3) + 2;
        if (longest > _buffer.Length - _position) Grow(longest);
        _buffer[_position++] = (byte)'"';
        while (true)
        {
            var next = value.IndexOfAny(s_escaped);
            if (next < 0) break;
            WriteUtf8(value[..next]);
            WriteEscaped(value[next]);
            value = value[(next + 1)..];
            longest = ((long)value.Length * 3) + 1;
            if (longest > _buffer.Length - _position) Grow(longest);
        }

        WriteUtf8(value);
        _buffer[_position++] = (byte)'"';
    }

    /// <summary>Writes a string that may have been written before.</summary>
    public void WriteString(string value)
    {
        var json = _encodedStrings is null ? default : _encodedStrings.Find(value);
        if (json.IsEmpty) WriteString(value.AsSpan());
        else WriteRaw(json);
    }

    /// <summary>Copies a string whose JSON form is kept beside it.</summary>
    public void WriteString(EncodedString value) => WriteRaw(value.Json);

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        _position = 0;
        if (buffer.Length > 0) ArrayPool<byte>.Shared.Return(buffer);
    }

    internal void WriteByte(byte value)
    {
        if (_position == _buffer.Length) Grow(1);
        _buffer[_position++] = value;
    }

    /// <summary>Forgets everything after the mark, a former <see cref="Position"/>.</summary>
    internal void Truncate(int mark) => _position = mark;

    internal void EnsureWithinLimit()
    {
        if (_position > _maximumBytes) ThrowTooLarge();
    }

    private void WriteUtf8(ReadOnlySpan<char> value)
    {
        Utf8.FromUtf16(value, _buffer.AsSpan(_position), out _, out var written, replaceInvalidSequences: true);
        _position += written;
    }

    private void WriteEscaped(char value)
    {
        var escape = value switch
        {
            '"' => "\\\""u8,
            '\\' => "\\\\"u8,
            '\n' => "\\n"u8,
            '\r' => "\\r"u8,
            '\t' => "\\t"u8,
            '\b' => "\\b"u8,
            '\f' => "\\f"u8,
            _ => default,
        };
        if (escape.Length > 0)
        {
            WriteRaw(escape);
            return;
        }

        WriteRaw("\\u00"u8);
        WriteByte((byte)(value < 0x10 ? '0' : '1'));
        WriteByte((byte)"0123456789abcdef"[value & 0xF]);
    }

    private Span<byte> Span(int length)
    {
        if (length > _buffer.Length - _position) Grow(length);
        return _buffer.AsSpan(_position);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(long missing)
    {
        ObjectDisposedException.ThrowIf(_buffer.Length == 0, this);
        if (_position > _maximumBytes) ThrowTooLarge();
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(_position + missing, _buffer.Length * 2L), Array.MaxLength));
        if (larger.Length < _position + missing) ThrowTooLarge();
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    [DoesNotReturn]
    private void ThrowTooLarge() => throw new ResponseTooLargeException(_maximumBytes);
}
