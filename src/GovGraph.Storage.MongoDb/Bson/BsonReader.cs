using System.Buffers.Binary;
using System.Text;

namespace GovGraph.Storage.MongoDb.Bson;

/// <summary>Reads the elements of one document or array in order; each length is checked, so hostile bytes throw and are never read past.</summary>
internal ref struct BsonReader
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // The server's own limit; a reader that follows the nesting can't be sent down without end.
    private const int MaxDepth = 200;

    private readonly ReadOnlySpan<byte> _document;
    private readonly int _depth;
    private int _position;

    public BsonReader(ReadOnlySpan<byte> document)
        : this(document, depth: 1)
    {
    }

    private BsonReader(ReadOnlySpan<byte> document, int depth)
    {
        if (depth > MaxDepth)
            throw new BsonException($"A BSON document nests at most {MaxDepth} levels.");
        if (document.Length < 5 || BinaryPrimitives.ReadInt32LittleEndian(document) != document.Length || document[^1] != 0)
            throw new BsonException("These bytes are not a BSON document.");
        _document = document;
        _depth = depth;
        _position = 4;
    }

    public BsonType Type { get; private set; }

    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The bytes of the value, with the length in front where the type has one.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    public readonly bool IsNull => Type is BsonType.Null or BsonType.Undefined;

    public bool Next()
    {
        if (_position >= _document.Length - 1)
            return false;
        Type = (BsonType)_document[_position++];
        var end = _document[_position..].IndexOf((byte)0);
        // The last byte ends the document, so it can't end a name as well.
        if (end < 0 || _position + end >= _document.Length - 1)
            throw new BsonException("A BSON name does not end.");
        Name = _document.Slice(_position, end);
        _position += end + 1;
        var rest = _document[_position..^1];
        var size = Size(Type, rest);
        if (size > rest.Length)
            throw new BsonException($"The BSON value of '{Printable(Name)}' runs past its document.");
        Value = rest[..(int)size];
        _position += (int)size;
        return true;
    }

    public readonly bool Is(ReadOnlySpan<byte> name) => Name.SequenceEqual(name);

    public readonly string String() => Type == BsonType.String ? Decode(Utf8Bytes()) : throw Unexpected("a string");

    public readonly ReadOnlySpan<byte> Utf8Bytes() =>
        Type == BsonType.String && Value.Length >= 5 && Value[^1] == 0 ? Value[4..^1] : throw Unexpected("a string");

    /// <summary>Bytes of the generic kind.</summary>
    public readonly ReadOnlySpan<byte> Binary() => Type == BsonType.Binary && Value.Length >= 5 && Value[4] == 0 ? Value[5..] : throw Unexpected("bytes");

    public readonly ReadOnlySpan<byte> ObjectId() => Type == BsonType.ObjectId ? Value : throw Unexpected("an object id");

    /// <summary>Any whole number: servers answer a count as int32, int64 or double.</summary>
    public readonly long Int64() => Type switch
    {
        BsonType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(Value),
        BsonType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(Value),
        BsonType.Double when BinaryPrimitives.ReadDoubleLittleEndian(Value) is >= -9007199254740992 and <= 9007199254740992 and var value
            && double.IsInteger(value) => (long)value,
        _ => throw Unexpected("a whole number"),
    };

    public readonly int Int32() => Int64() is >= int.MinValue and <= int.MaxValue and var value ? (int)value : throw Unexpected("an int32");

    public readonly decimal Decimal() =>
        Type == BsonType.Decimal128 && Decimal128.TryRead(Value, out var value) ? value : throw Unexpected("a decimal of at most 28 digits");

    public readonly bool Boolean() => Type == BsonType.Boolean ? Value[0] != 0 : throw Unexpected("a boolean");

    public readonly DateTimeOffset DateTime()
    {
        if (Type != BsonType.DateTime)
            throw Unexpected("a date");
        var milliseconds = BinaryPrimitives.ReadInt64LittleEndian(Value);
        return milliseconds >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : throw Unexpected("a date between the years 1 and 9999");
    }

    public readonly DateOnly Date() => DateOnly.FromDateTime(DateTime().UtcDateTime);

    /// <summary>The elements of the document or array that stands here.</summary>
    public readonly BsonReader Enter() =>
        Type is BsonType.Document or BsonType.Array ? new BsonReader(Value, _depth + 1) : throw Unexpected("a document or an array");

    /// <summary>Finds the element with this name in a document; false where there is none.</summary>
    public static bool TryFind(ReadOnlySpan<byte> document, ReadOnlySpan<byte> name, out BsonReader found)
    {
        found = new BsonReader(document);
        while (found.Next())
            if (found.Is(name))
                return true;
        return false;
    }

    private static long Size(BsonType type, ReadOnlySpan<byte> rest) => type switch
    {
        BsonType.Null or BsonType.Undefined or BsonType.MinKey or BsonType.MaxKey => 0,
        BsonType.Boolean => 1,
        BsonType.Int32 => 4,
        BsonType.Double or BsonType.DateTime or BsonType.Timestamp or BsonType.Int64 => 8,
        BsonType.ObjectId => 12,
        BsonType.Decimal128 => Decimal128.Size,
        BsonType.String => 4 + Length(rest),
        BsonType.Document or BsonType.Array => Length(rest),
        BsonType.Binary => 5 + Length(rest),
        BsonType.RegularExpression => TwoStrings(rest),
        _ => throw new BsonException($"BSON type 0x{(byte)type:x2} is not one that a plan or a reply holds."),
    };

    private static long Length(ReadOnlySpan<byte> rest)
    {
        var length = rest.Length < 4 ? -1 : BinaryPrimitives.ReadInt32LittleEndian(rest);
        return length >= 0 ? length : throw new BsonException("A BSON length is negative or missing.");
    }

    private static int TwoStrings(ReadOnlySpan<byte> rest)
    {
        var first = rest.IndexOf((byte)0);
        var second = first < 0 ? -1 : rest[(first + 1)..].IndexOf((byte)0);
        return second < 0 ? throw new BsonException("A BSON regular expression does not end.") : first + second + 2;
    }

    public static string Decode(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Utf8.GetString(utf8);
        }
        catch (DecoderFallbackException)
        {
            throw new BsonException("A BSON string is not UTF-8.");
        }
    }

    /// <summary>A name as an error shows it, in one line.</summary>
    public static string Printable(ReadOnlySpan<byte> name) =>
        string.Concat(Encoding.UTF8.GetString(name.Length <= 64 ? name : name[..64]).Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));

    public readonly BsonException Unexpected(string wanted) => new($"'{Printable(Name)}' holds BSON {Type}, not {wanted}.");
}
