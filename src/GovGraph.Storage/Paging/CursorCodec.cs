using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace GovGraph.Storage.Paging;

/// <summary>Cursors as text: base64url of a version, the mark of the query, and the values: texts, numbers and nulls.</summary>
internal static class CursorCodec
{
    public const int MarkLength = 6;
    private const byte Version = 1;
    private const int LongestCursor = 8192;
    private const byte Null = 0;
    private const byte Text = 1;
    private const byte Number = 2;

    public static string Write(ReadOnlySpan<byte> mark, ImmutableArray<object?> values)
    {
        var bytes = new ArrayBufferWriter<byte>();
        bytes.Write([Version]);
        bytes.Write(mark);
        foreach (var value in values)
        {
            switch (value)
            {
                case null:
                    bytes.Write([Null]);
                    break;
                case string or decimal:
                    var text = value as string ?? ((decimal)value).ToString(CultureInfo.InvariantCulture);
                    bytes.Write([Text]);
                    var length = Encoding.UTF8.GetByteCount(text);
                    BinaryPrimitives.WriteUInt16BigEndian(bytes.GetSpan(2), checked((ushort)length));
                    bytes.Advance(2);
                    Encoding.UTF8.GetBytes(text, bytes.GetSpan(length));
                    bytes.Advance(length);
                    break;
                default:
                    bytes.Write([Number]);
                    BinaryPrimitives.WriteInt64BigEndian(bytes.GetSpan(8), CursorNumber.Of(value));
                    bytes.Advance(8);
                    break;
            }
        }

        return Base64Url.EncodeToString(bytes.WrittenSpan);
    }

    /// <summary>False for whatever is not a cursor. The values are strings, longs and nulls.</summary>
    public static bool TryRead(string cursor, out byte[] mark, out ImmutableArray<object?> values)
    {
        (mark, values) = ([], []);
        if (cursor.Length > LongestCursor || !Base64Url.IsValid(cursor))
        {
            return false;
        }

        ReadOnlySpan<byte> bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length < 1 + MarkLength || bytes[0] != Version)
        {
            return false;
        }

        mark = bytes.Slice(1, MarkLength).ToArray();
        bytes = bytes[(1 + MarkLength)..];
        var read = ImmutableArray.CreateBuilder<object?>();
        while (!bytes.IsEmpty)
        {
            if (ReadValue(bytes, out var value) is var length && length == 0)
            {
                return false;
            }

            read.Add(value);
            bytes = bytes[length..];
        }

        values = read.ToImmutable();
        return true;
    }

    /// <summary>The value's length in bytes; 0 where there is none.</summary>
    private static int ReadValue(ReadOnlySpan<byte> bytes, out object? value)
    {
        value = null;
        switch (bytes[0])
        {
            case Null:
                return 1;
            case Number when bytes.Length >= 9:
                value = BinaryPrimitives.ReadInt64BigEndian(bytes[1..]);
                return 9;
            case Text when bytes.Length >= 3 && BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]) is var length && bytes.Length >= 3 + length:
                value = Encoding.UTF8.GetString(bytes.Slice(3, length));
                return 3 + length;
            default:
                return 0;
        }
    }
}
