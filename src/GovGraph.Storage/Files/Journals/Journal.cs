using System.Buffers;
using GovGraph.Storage.Disks;

namespace GovGraph.Storage.Files.Journals;

/// <summary>The file that changes are appended to. Only one thread uses it.</summary>
internal sealed class Journal : IDisposable
{
    private readonly Disk disk;
    private readonly StoreFolder folder;
    private DiskFile file;
    private long first;
    private bool isNameDurable;

    /// <param name="disk">Where.</param>
    /// <param name="folder">Of the store.</param>
    /// <param name="first">The number of its first record, or of the next one where it has none yet.</param>
    public Journal(Disk disk, StoreFolder folder, long first)
    {
        (this.disk, this.folder, this.first) = (disk, folder, first);
        file = disk.Open(folder.Journal);
        Length = file.Length;
        Begin();
    }

    /// <summary>How many bytes are durable.</summary>
    public long Length { get; private set; }

    /// <summary>Something that was never acknowledged may stand behind the durable part, and could not be cut off yet.</summary>
    public bool IsTorn { get; private set; }

    /// <summary>Returns when the lines are durable. After a fault none of them is in the journal, unless it is torn.</summary>
    public void Append(ReadOnlySpan<byte> lines)
    {
        CutTorn();
        if (!isNameDurable)
        {
            disk.FlushFolder(folder.Root);
            isNameDurable = true;
        }

        IsTorn = true;
        try
        {
            file.Append(lines);
            file.Flush();
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            TryCutTorn();
            throw;
        }

        IsTorn = false;
        Length += lines.Length;
    }

    /// <summary>Puts the journal aside under the numbers of its records, and begins a new one. One without records stays.</summary>
    public void Seal(long last)
    {
        if (last < first)
        {
            return;
        }

        CutTorn();
        var sealedPath = folder.SealedJournal(first, last);
        disk.Rename(folder.Journal, sealedPath);
        DiskFile next;
        try
        {
            next = disk.Open(folder.Journal);
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            disk.Rename(sealedPath, folder.Journal);
            throw;
        }

        file.Dispose();
        (file, first, Length, isNameDurable) = (next, last + 1, 0, false);
        Begin();
    }

    public void Dispose() => file.Dispose();

    private void Begin()
    {
        if (Length == 0)
        {
            var line = new ArrayBufferWriter<byte>();
            JournalWriter.WriteBegin(line, first);
            Append(line.WrittenSpan);
        }
    }

    private void TryCutTorn()
    {
        try
        {
            CutTorn();
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            // The next append tries again before it writes anything.
        }
    }

    // After a failed write or flush nobody knows what is on the disk behind the durable part.
    private void CutTorn()
    {
        if (IsTorn)
        {
            file.Truncate(Length);
            file.Flush();
            IsTorn = false;
        }
    }
}
