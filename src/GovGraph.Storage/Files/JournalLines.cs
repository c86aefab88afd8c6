namespace GovGraph.Storage.Files;

/// <summary>Reads single lines of journals again, each once.</summary>
internal sealed class JournalLines(Disk disk, StoreFolder folder)
{
    private const int Looks = 3;

    private readonly Dictionary<JournalPlace, LoggedRecord> records = [];

    public PlanEvent EventOf(LoggedChange change)
    {
        if (!records.TryGetValue(change.Place, out var record))
        {
            records.Add(change.Place, record = Read(change));
        }

        return record.Events[change.Part];
    }

    private LoggedRecord Read(LoggedChange change)
    {
        // The open journal may be put aside, and one that was put aside moved, while it is looked for.
        for (var look = 1; look <= Looks; look++)
        {
            var journal = folder.Journals(disk).FirstOrDefault(journal => journal.First == change.Place.FirstOfFile, new(folder.Journal, null, null));
            using var file = disk.TryOpenToRead(journal.Path);
            if (file is not null && LoggedRecord.Read(file.Read(change.Place.Offset, change.Place.Length), change.Place) is { } record
                && record.Sequence == change.Sequence)
            {
                return record;
            }
        }

        throw new StoreException(
            $"The history of '{change.PlanId}' could not be read: record {change.Sequence} is no longer in {folder.Root}. Put the file back that holds it, then start the program again.");
    }
}
