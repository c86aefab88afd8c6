using System.Collections.Immutable;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Evidence.Files;

/// <summary>Finds out what a file is by what is in it. Whatever it is called, nothing of it is executed or unpacked.</summary>
internal static class FileContent
{
    private const int HeadLength = 64;

    private static readonly (byte[] Magic, FileFormat Format)[] Signatures =
    [
        // ISO 32000-2, 7.5.2. Readers look for it in the first kilobyte, which is room for something else in front.
        ("%PDF-"u8.ToArray(), FileFormat.Pdf),

        // https://www.w3.org/TR/png-3/#5PNG-file-signature, and the chunk that must come first.
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52], FileFormat.Png),

        // https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1.1.3: start of image, then a marker.
        ([0xFF, 0xD8, 0xFF], FileFormat.Jpeg),

        // TIFF 6.0, section 2: the order of bytes, then 42.
        ([0x49, 0x49, 42, 0], FileFormat.Tiff),
        ([0x4D, 0x4D, 0, 42], FileFormat.Tiff),
    ];

    // RFC 5652, 4: the object identifier of signed data, 1.2.840.113549.1.7.2.
    private static ReadOnlySpan<byte> SignedData => [0x06, 0x09, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02];

    /// <summary>The formats that it can be, or why it can be none.</summary>
    public static async ValueTask<Finding> Read(Stream content, CancellationToken cancellation)
    {
        var head = await ReadAt(content, 0, HeadLength, cancellation).ConfigureAwait(false);
        foreach (var (magic, format) in Signatures)
        {
            if (head.AsSpan().StartsWith(magic))
            {
                return Finding.Of(format);
            }
        }

        if (head.AsSpan().StartsWith(ZipDirectory.Magic))
        {
            return PackedFormats.Of(await ZipDirectory.Read(content, cancellation).ConfigureAwait(false));
        }

        if (head.AsSpan().StartsWith(CompoundFile.Magic))
        {
            return CompoundFormats.Of(await CompoundFile.ReadNames(content, cancellation).ConfigureAwait(false));
        }

        if (IsSignedMessage(head))
        {
            return Finding.Of(FileFormat.SignedMessage);
        }

        return await PlainText.Read(content, cancellation).ConfigureAwait(false) is { } reason
            ? Finding.None(reason)
            : Finding.Of(FileFormat.Text, FileFormat.Csv);
    }

    /// <summary>Up to so many bytes from a place on.</summary>
    public static async ValueTask<byte[]> ReadAt(Stream content, long offset, int length, CancellationToken cancellation)
    {
        if (offset < 0 || offset >= content.Length)
        {
            return [];
        }

        content.Position = offset;
        var bytes = new byte[(int)Math.Min(length, content.Length - offset)];
        await content.ReadExactlyAsync(bytes, cancellation).ConfigureAwait(false);
        return bytes;
    }

    // A sequence of any length, and in it first the identifier.
    private static bool IsSignedMessage(ReadOnlySpan<byte> head)
    {
        if (head.Length < 2 || head[0] != 0x30)
        {
            return false;
        }

        var lengthBytes = head[1] < 0x80 ? 0 : head[1] & 0x7F;
        return lengthBytes <= 8 && head.Length > 2 + lengthBytes && head[(2 + lengthBytes)..].StartsWith(SignedData);
    }
}

/// <summary>What a content can be; where it can be nothing that is taken, why.</summary>
internal readonly record struct Finding(ImmutableArray<FileFormat> Formats, Wording? Reason)
{
    public static Finding NotTaken { get; } = None(new("it is none of the kinds that are taken", "không thuộc loại tệp được nhận"));

    public static Finding Of(params ImmutableArray<FileFormat> formats) => new(formats, null);

    public static Finding None(Wording reason) => new([], reason);
}
