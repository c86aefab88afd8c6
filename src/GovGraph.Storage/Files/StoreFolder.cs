using System.Globalization;
using GovGraph.Storage.Disks;

namespace GovGraph.Storage.Files;

/// <summary>Where what lies in the folder of a store.</summary>
internal sealed class StoreFolder(string root)
{
    private const string SealedStart = "journal.";
    private const string SealedEnd = ".ndjson";

    /// <summary>What the name of a file ends with that tells of an upload.</summary>
    public const string UploadEnd = ".json";

    public string Root { get; } = Path.GetFullPath(root);

    public string Plans => Path.Combine(Root, "plans");

    public string History => Path.Combine(Root, "history");

    public string Broken => Path.Combine(Root, "broken");

    /// <summary>The contents of evidence files.</summary>
    public string Files => Path.Combine(Root, "files");

    /// <summary>What is being handed in.</summary>
    public string Uploads => Path.Combine(Root, "uploads");

    public string Lock => Path.Combine(Root, "lock");

    public string Journal => Path.Combine(Root, "journal.ndjson");

    public string Content(string sha256) => Path.Combine(Files, sha256);

    public string Upload(string id) => Path.Combine(Uploads, id + UploadEnd);

    public string UploadedBytes(string id) => Path.Combine(Uploads, id + ".bytes");

    public string Plan(string id) => Path.Combine(Plans, id + ".json");

    /// <summary>A journal that takes no more records, but has some that may not be in plan files yet.</summary>
    public string SealedJournal(long first, long last) =>
        Path.Combine(Root, string.Create(CultureInfo.InvariantCulture, $"{SealedStart}{first:d12}-{last:d12}{SealedEnd}"));

    /// <summary>Where a sealed journal goes when all its records are in plan files.</summary>
    public string HistoryOf(string sealedJournal) => Path.Combine(History, Path.GetFileName(sealedJournal)[SealedStart.Length..]);

    public static bool IsSealed(string name) => name.StartsWith(SealedStart, StringComparison.Ordinal) && LastRecord(name) is not null;

    /// <summary>All journals by their numbers: those of the history first, the open one last.</summary>
    public IEnumerable<JournalFile> Journals(Disk disk) =>
    [
        .. Sealed(disk, History, Records),
        .. Sealed(disk, Root, name => IsSealed(name) ? Records(name) : null),
        new(Journal, null, null),
    ];

    /// <summary>The number of the last record of a sealed journal or a file of the history; null for another name.</summary>
    public static long? LastRecord(string name) => Records(name)?.Last;

    private static IEnumerable<JournalFile> Sealed(Disk disk, string folder, Func<string, (long First, long Last)?> records) =>
        from name in disk.Files(folder)
        let range = records(name)
        where range is not null
        orderby range.Value.Last
        select new JournalFile(Path.Combine(folder, name), range.Value.First, range.Value.Last);

    private static (long First, long Last)? Records(string name)
    {
        var range = name.StartsWith(SealedStart, StringComparison.Ordinal) ? name[SealedStart.Length..] : name;
        return range.EndsWith(SealedEnd, StringComparison.Ordinal)
            && range[..^SealedEnd.Length].Split('-') is [var first, var last]
            && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var to)
                ? (from, to)
                : null;
    }

    /// <summary>Where something unreadable is kept: its name, when it was found, and a number where that happens twice in a second.</summary>
    public string BrokenOf(string name, DateTimeOffset at, int copy)
    {
        var stamp = at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture) + (copy == 1 ? "" : $"-{copy}");
        return Path.Combine(Broken, $"{Path.GetFileNameWithoutExtension(name)}.{stamp}{Path.GetExtension(name)}");
    }
}

/// <summary>A file with records.</summary>
/// <param name="Path">Where it is at the moment.</param>
/// <param name="First">The number of its first record; null of the journal that is open.</param>
/// <param name="Last">The number of its last record.</param>
internal readonly record struct JournalFile(string Path, long? First, long? Last);
