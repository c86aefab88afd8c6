using GovGraph.Storage.Disks;

namespace GovGraph.Storage.Files.Journals;

/// <summary>Reads single lines of journals again, each once, and keeps their files open until it is disposed of.</summary>
internal sealed class JournalLines(Disk disk, StoreFolder folder) : IDisposable
{
    private const int Looks = 3;

    private readonly Dictionary<JournalPlace, LoggedRecord> records = [];
    private readonly Dictionary<long, DiskReader> files = [];

    public PlanEvent EventOf(LoggedChange change)
    {
        if (!records.TryGetValue(change.Place, out var record))
        {
            try
            {
                records.Add(change.Place, record = Read(change));
            }
            catch (Exception fault) when (fault.IsDiskFault())
            {
                throw fault.ToStoreException("The history could not be read", folder.Root);
            }
        }

        return record.Events[change.Part];
    }

    public void Dispose()
    {
        foreach (var file in files.Values)
        {
            file.Dispose();
        }
    }

    private LoggedRecord Read(LoggedChange change)
    {
        var place = change.Place;
        for (var look = 1; look <= Looks; look++)
        {
            if (FileOf(place.FirstOfFile) is not { } file)
            {
                continue;
            }

            if (LoggedRecord.Read(file.Read(place.Offset, place.Length), place) is { } record && record.Sequence == change.Sequence)
            {
                return record;
            }

            // The open journal was put aside, and another one begun, while it was looked for.
            file.Dispose();
            files.Remove(place.FirstOfFile);
        }

        throw new StoreException(
            $"The history of '{change.PlanId}' could not be read: record {change.Sequence} is no longer in {folder.Root}. Put the file back that holds it, then start the program again.");
    }

    private DiskReader? FileOf(long first)
    {
        if (!files.TryGetValue(first, out var file))
        {
            var journal = folder.Journals(disk).FirstOrDefault(journal => journal.First == first, new(folder.Journal, null, null));
            file = disk.TryOpenToRead(journal.Path);
            if (file is not null)
            {
                files.Add(first, file);
            }
        }

        return file;
    }
}
