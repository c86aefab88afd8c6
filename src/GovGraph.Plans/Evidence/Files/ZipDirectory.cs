using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace GovGraph.Plans.Evidence.Files;

/// <summary>The names in a zip file: of its end only the directory is read, and nothing is unpacked.</summary>
/// <seealso href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT"/>
internal sealed class ZipDirectory
{
    private const int EndLength = 22;
    private const int LongestComment = ushort.MaxValue;
    private const int EntryLength = 46;
    private const int LocalLength = 30;
    private const int LongestDirectory = 4 * 1024 * 1024;
    private const int MostNames = 10_000;
    private const int LongestType = 100;

    private ZipDirectory(ImmutableArray<string> names, string? packedType) => (Names, PackedType) = (names, packedType);

    /// <summary>APPNOTE 4.3.7: the header of the first member.</summary>
    public static ReadOnlySpan<byte> Magic => "PK\x03\x04"u8;

    public ImmutableArray<string> Names { get; }

    /// <summary>What stands in the member <c>mimetype</c>, if that is the first and not compressed.</summary>
    /// <seealso href="https://docs.oasis-open.org/office/OpenDocument/v1.3/os/part2-packages/OpenDocument-v1.3-os-part2-packages.html#__RefHeading__752809_826425813"/>
    public string? PackedType { get; }

    /// <summary>Null where it is damaged, encrypted, or larger than any document's.</summary>
    public static async ValueTask<ZipDirectory?> Read(Stream content, CancellationToken cancellation)
    {
        var tailLength = (int)Math.Min(content.Length, EndLength + LongestComment);
        var tail = await FileContent.ReadAt(content, content.Length - tailLength, tailLength, cancellation).ConfigureAwait(false);
        if (FindEnd(tail) is not { } end)
        {
            return null;
        }

        var endOffset = content.Length - tailLength + end;
        var count = BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(end + 10));
        var length = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 12));
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (count is 0 or > MostNames || length > LongestDirectory || offset + length > endOffset)
        {
            return null;
        }

        var directory = await FileContent.ReadAt(content, offset, (int)length, cancellation).ConfigureAwait(false);
        return ReadNames(directory, count) is { } names ? new ZipDirectory(names, await ReadType(content, cancellation).ConfigureAwait(false)) : null;
    }

    // 4.3.16. Its comment reaches to the end of the file, so nothing else can stand there.
    private static int? FindEnd(ReadOnlySpan<byte> tail)
    {
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            if (tail[at..].StartsWith("PK\x05\x06"u8) && at + EndLength + BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 20)..]) == tail.Length)
            {
                return at;
            }
        }

        return null;
    }

    // 4.3.12. Programs differ in which of two members with one name they take, so there must be one.
    private static ImmutableArray<string>? ReadNames(ReadOnlySpan<byte> directory, int count)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < count; i++)
        {
            if (directory.Length < EntryLength || !directory.StartsWith("PK\x01\x02"u8))
            {
                return null;
            }

            var isEncrypted = (BinaryPrimitives.ReadUInt16LittleEndian(directory[8..]) & 1) == 1;
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(directory[28..]);
            var length = EntryLength + nameLength
                + BinaryPrimitives.ReadUInt16LittleEndian(directory[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            if (isEncrypted || length > directory.Length || !names.Add(Encoding.UTF8.GetString(directory.Slice(EntryLength, nameLength))))
            {
                return null;
            }

            directory = directory[length..];
        }

        return [.. names];
    }

    private static async ValueTask<string?> ReadType(Stream content, CancellationToken cancellation)
    {
        var head = await FileContent.ReadAt(content, 0, LocalLength + "mimetype".Length + LongestType, cancellation).ConfigureAwait(false);
        return ReadType(head);
    }

    // 4.3.7: method 0 is stored as it is.
    private static string? ReadType(ReadOnlySpan<byte> head)
    {
        var name = "mimetype"u8;
        if (head.Length < LocalLength + name.Length || BinaryPrimitives.ReadUInt16LittleEndian(head[8..]) != 0
            || BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) != name.Length || BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) != 0
            || !head[LocalLength..].StartsWith(name))
        {
            return null;
        }

        var length = BinaryPrimitives.ReadUInt32LittleEndian(head[18..]);
        var type = head[(LocalLength + name.Length)..];
        return length <= type.Length ? Encoding.ASCII.GetString(type[..(int)length]).Trim() : null;
    }
}
