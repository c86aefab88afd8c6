using System.Buffers;
using GovGraph.Storage.Disks;

namespace GovGraph.Storage.Files.Journals;

/// <summary>Reads records file by file, in the order of their numbers, and each time goes on where it stopped.</summary>
/// <param name="sequence">The number behind which it begins.</param>
internal sealed class JournalTail(Disk disk, StoreFolder folder, long sequence = 0)
{
    private const int Looks = 3;

    // Where reading goes on, in the file whose first record has this number.
    private long firstOfFile;
    private long offset;

    /// <summary>The number up to which all records were read.</summary>
    public long Sequence { get; private set; } = sequence;

    /// <summary>Reads what is durable up to a number; what stands behind it is left to the next time.</summary>
    public void ReadTo(long sequence, Action<LoggedRecord> add)
    {
        // A journal may be put aside between the look into the folder and the reading; a gap that stays was taken out when the store was opened.
        for (var look = 1; look <= Looks && Sequence < sequence; look++)
        {
            ReadFiles(sequence, mayMiss: look == Looks, add);
        }

        Sequence = Math.Max(Sequence, sequence);
    }

    private void ReadFiles(long sequence, bool mayMiss, Action<LoggedRecord> add)
    {
        foreach (var journal in folder.Journals(disk).Where(journal => journal.Last is null || journal.Last > Sequence))
        {
            using var file = disk.TryOpenToRead(journal.Path);
            var first = file is null ? null : journal.First ?? JournalReader.FirstRecord(file.Read(0, JournalWriter.LongestBegin));
            if (!mayMiss && (first is null || first > Sequence + 1))
            {
                return;
            }

            if (file is not null)
            {
                ReadFile(file, first ?? 0, sequence, add);
            }
        }
    }

    private void ReadFile(DiskReader file, long first, long target, Action<LoggedRecord> add)
    {
        (firstOfFile, offset) = (first, first == firstOfFile ? offset : 0);
        var left = (int)(file.Length - offset);
        if (left <= 0)
        {
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(left);
        ReadOnlyMemory<byte> bytes = buffer.AsMemory(0, file.Read(offset, buffer.AsSpan(0, left)));
        while (bytes.Span.IndexOf((byte)'\n') is >= 0 and var length)
        {
            var record = LoggedRecord.Read(bytes[..length], new JournalPlace(first, offset, length));
            if (record?.Sequence > target)
            {
                break;
            }

            if (record?.Sequence > Sequence)
            {
                add(record);
                Sequence = record.Sequence;
            }

            bytes = bytes[(length + 1)..];
            offset += length + 1;
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }
}
