using System.Buffers.Binary;
using System.Text;

namespace GovGraph.Plans.Evidence.Files;

/// <summary>The names in a compound file, the form of the older office documents: only its directory is read.</summary>
/// <seealso href="https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb/"/>
internal sealed class CompoundFile
{
    private const int HeaderLength = 512;
    private const int EntryLength = 128;
    private const int FatsInHeader = 109;
    private const uint LastSector = 0xFFFFFFFA;

    // More than any document has; a chain that runs in a circle ends here too.
    private const int MostSectors = 4096;

    private readonly Stream content;
    private readonly byte[] header;
    private readonly int sectorLength;
    private readonly CancellationToken cancellation;

    private CompoundFile(Stream content, byte[] header, CancellationToken cancellation)
    {
        (this.content, this.header, this.cancellation) = (content, header, cancellation);
        sectorLength = 1 << BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30));
    }

    /// <summary>MS-CFB 2.2.</summary>
    public static ReadOnlySpan<byte> Magic => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The names of its storages and streams; null where it is damaged.</summary>
    public static async ValueTask<IReadOnlySet<string>?> ReadNames(Stream content, CancellationToken cancellation)
    {
        var header = await FileContent.ReadAt(content, 0, HeaderLength, cancellation).ConfigureAwait(false);
        return header.Length == HeaderLength && BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30)) is 9 or 12
            ? await new CompoundFile(content, header, cancellation).ReadNames().ConfigureAwait(false)
            : null;
    }

    private async ValueTask<HashSet<string>?> ReadNames()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var sector = Number(header, 48);
        for (var read = 0; sector < LastSector; read++)
        {
            var entries = await ReadSector(sector).ConfigureAwait(false);
            if (read == MostSectors || entries.Length < sectorLength)
            {
                return null;
            }

            for (var at = 0; at < entries.Length; at += EntryLength)
            {
                // 2.6.1: UTF-16 with a zero behind it, and the length of both.
                var length = BinaryPrimitives.ReadUInt16LittleEndian(entries.AsSpan(at + 64));
                if (length is > 2 and <= 64)
                {
                    names.Add(Encoding.Unicode.GetString(entries, at, length - 2));
                }
            }

            if (await Next(sector).ConfigureAwait(false) is not { } next)
            {
                return null;
            }

            sector = next;
        }

        return names;
    }

    // 2.3: the FAT tells of each sector which one follows.
    private async ValueTask<uint?> Next(uint sector)
    {
        var inFat = sectorLength / 4;
        return await FatSector((int)(sector / inFat)).ConfigureAwait(false) is { } fat
            && await ReadSector(fat).ConfigureAwait(false) is { } numbers && numbers.Length == sectorLength
                ? Number(numbers, (int)(sector % inFat) * 4)
                : null;
    }

    // 2.5: the first of them are named in the header, the others in a chain of sectors that each end with the next one.
    private async ValueTask<uint?> FatSector(int index)
    {
        if (index < FatsInHeader)
        {
            return Number(header, 76 + index * 4);
        }

        var inSector = sectorLength / 4 - 1;
        var (skipped, sector) = (index - FatsInHeader, Number(header, 68));
        for (var read = 0; read < MostSectors && sector < LastSector; read++, skipped -= inSector)
        {
            var numbers = await ReadSector(sector).ConfigureAwait(false);
            if (numbers.Length < sectorLength)
            {
                return null;
            }

            if (skipped < inSector)
            {
                return Number(numbers, skipped * 4);
            }

            sector = Number(numbers, inSector * 4);
        }

        return null;
    }

    private ValueTask<byte[]> ReadSector(uint sector) => FileContent.ReadAt(content, (sector + 1L) * sectorLength, sectorLength, cancellation);

    private static uint Number(byte[] bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));
}
