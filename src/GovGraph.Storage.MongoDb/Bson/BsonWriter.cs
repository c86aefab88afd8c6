using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace GovGraph.Storage.MongoDb.Bson;

/// <summary>Writes one BSON document at a time into a buffer that it keeps and grows.</summary>
internal sealed class BsonWriter : IDisposable
{
    // The server takes documents of 100 levels and commands of 200: https://www.mongodb.com/docs/manual/reference/limits/
    private const int MaxDepth = 200;
    private const int Document = -1;

    // Lone surrogates and other text that UTF-8 can't hold become U+FFFD, as the server would refuse them.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly int[] _starts = new int[MaxDepth];
    private readonly int[] _next = new int[MaxDepth]; // the next array index, or Document
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(1024);
    private int _length;
    private int _depth;

    /// <summary>The finished document; valid until the next <see cref="Begin"/>.</summary>
    public ReadOnlySpan<byte> Written => _depth == 0
        ? _buffer.AsSpan(0, _length)
        : throw new InvalidOperationException($"{_depth} documents or arrays are still open.");

    public BsonWriter Begin()
    {
        _length = _depth = 0;
        return Open(Document);
    }

    public BsonWriter BeginDocument(ReadOnlySpan<byte> name = default)
    {
        Element(BsonType.Document, name);
        return Open(Document);
    }

    public BsonWriter BeginArray(ReadOnlySpan<byte> name = default)
    {
        Element(BsonType.Array, name);
        return Open(firstIndex: 0);
    }

    public BsonWriter End()
    {
        Take(1)[0] = 0;
        var start = _starts[--_depth];
        BinaryPrimitives.WriteInt32LittleEndian(_buffer.AsSpan(start), _length - start);
        return this;
    }

    public BsonWriter String(ReadOnlySpan<byte> name, ReadOnlySpan<char> value)
    {
        Element(BsonType.String, name);
        var count = Utf8.GetByteCount(value);
        var span = Take(count + 5);
        BinaryPrimitives.WriteInt32LittleEndian(span, count + 1);
        Utf8.GetBytes(value, span[4..]);
        span[^1] = 0;
        return this;
    }

    public BsonWriter String(ReadOnlySpan<byte> name, ReadOnlySpan<byte> utf8)
    {
        Element(BsonType.String, name);
        var span = Take(utf8.Length + 5);
        BinaryPrimitives.WriteInt32LittleEndian(span, utf8.Length + 1);
        utf8.CopyTo(span[4..]);
        span[^1] = 0;
        return this;
    }

    public BsonWriter Int32(ReadOnlySpan<byte> name, int value)
    {
        Element(BsonType.Int32, name);
        BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);
        return this;
    }

    public BsonWriter Int64(ReadOnlySpan<byte> name, long value)
    {
        Element(BsonType.Int64, name);
        BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);
        return this;
    }

    public BsonWriter Decimal(ReadOnlySpan<byte> name, decimal value)
    {
        Element(BsonType.Decimal128, name);
        Decimal128.Write(Take(Decimal128.Size), value);
        return this;
    }

    public BsonWriter Double(ReadOnlySpan<byte> name, double value)
    {
        Element(BsonType.Double, name);
        BinaryPrimitives.WriteDoubleLittleEndian(Take(8), value);
        return this;
    }

    public BsonWriter Boolean(ReadOnlySpan<byte> name, bool value)
    {
        Element(BsonType.Boolean, name);
        Take(1)[0] = value ? (byte)1 : (byte)0;
        return this;
    }

    public BsonWriter DateTime(ReadOnlySpan<byte> name, DateTimeOffset value)
    {
        Element(BsonType.DateTime, name);
        BinaryPrimitives.WriteInt64LittleEndian(Take(8), value.ToUnixTimeMilliseconds());
        return this;
    }

    /// <summary>A day is its midnight in UTC, as MongoDB's own tools write one.</summary>
    public BsonWriter Date(ReadOnlySpan<byte> name, DateOnly value) =>
        DateTime(name, new DateTimeOffset(value, TimeOnly.MinValue, TimeSpan.Zero));

    /// <summary>Bytes of the generic kind.</summary>
    public BsonWriter Binary(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        Element(BsonType.Binary, name);
        var span = Take(value.Length + 5);
        BinaryPrimitives.WriteInt32LittleEndian(span, value.Length);
        span[4] = 0;
        value.CopyTo(span[5..]);
        return this;
    }

    public BsonWriter ObjectId(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) => Raw(name, BsonType.ObjectId, value);

    public BsonWriter Null(ReadOnlySpan<byte> name)
    {
        Element(BsonType.Null, name);
        return this;
    }

    /// <summary>An element whose value is already BSON.</summary>
    public BsonWriter Raw(ReadOnlySpan<byte> name, BsonType type, ReadOnlySpan<byte> value)
    {
        Element(type, name);
        value.CopyTo(Take(value.Length));
        return this;
    }

    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        _length = _depth = 0;
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
    }

    private BsonWriter Open(int firstIndex)
    {
        if (_depth == MaxDepth)
            throw new BsonException($"A BSON document nests at most {MaxDepth} levels.");
        _starts[_depth] = _length;
        _next[_depth++] = firstIndex;
        Take(4);
        return this;
    }

    private void Element(BsonType type, scoped ReadOnlySpan<byte> name)
    {
        if (_depth == 0)
            throw new InvalidOperationException("No document is open.");
        scoped Span<byte> digits = stackalloc byte[11];
        if (_next[_depth - 1] != Document)
        {
            if (name.Length > 0)
                throw new InvalidOperationException("An element of an array has no name of its own.");
            _next[_depth - 1]++.TryFormat(digits, out var written);
            name = digits[..written];
        }
        else if (name.Contains((byte)0))
        {
            throw new BsonException("A BSON name can't hold NUL.");
        }
        var head = Take(name.Length + 2);
        head[0] = (byte)type;
        name.CopyTo(head[1..]);
        head[^1] = 0;
    }

    private Span<byte> Take(int count)
    {
        var end = checked(_length + count);
        if (end > _buffer.Length)
        {
            var bigger = ArrayPool<byte>.Shared.Rent(Math.Max(end, (int)Math.Min(_buffer.Length * 2L, Array.MaxLength)));
            _buffer.AsSpan(0, _length).CopyTo(bigger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = bigger;
        }
        var span = _buffer.AsSpan(_length, count);
        _length = end;
        return span;
    }
}
