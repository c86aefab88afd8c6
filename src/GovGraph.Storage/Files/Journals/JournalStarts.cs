using System.Text.Json;
using GovGraph.Storage.Disks;

namespace GovGraph.Storage.Files.Journals;

/// <summary>Finds the journals of a time by how they start, without reading the others.</summary>
internal static class JournalStarts
{
    private const int LongestStart = 1024;

    /// <summary>A number from which on all records of that time and later are counted.</summary>
    public static long FirstSince(Disk disk, StoreFolder folder, DateTimeOffset since)
    {
        foreach (var journal in folder.Journals(disk).Reverse())
        {
            using var file = disk.TryOpenToRead(journal.Path);
            if (file is not null && StartOf(file.Read(0, LongestStart)) is var (first, at) && at < since)
            {
                return first;
            }
        }

        return 1;
    }

    /// <summary>The number with which a journal begins, and the moment of its first record; null where its start does not tell.</summary>
    private static (long First, DateTimeOffset At)? StartOf(ReadOnlyMemory<byte> start)
    {
        if (JournalReader.FirstRecord(start) is not { } first)
        {
            return null;
        }

        while (start.Span.IndexOf((byte)'\n') is >= 0 and var end)
        {
            start = start[(end + 1)..];
            if (TimeOf(start.Span) is { } at)
            {
                return (first, at);
            }
        }

        return null;
    }

    // The line may be cut off behind its time.
    private static DateTimeOffset? TimeOf(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line, isFinalBlock: false, default);
        return json.Read() && json.Read() && json.ValueTextEquals("seq"u8) && json.Read()
            && json.Read() && json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("time"u8)
            && json.Read() && json.TokenType == JsonTokenType.String && json.TryGetDateTimeOffset(out var at)
            ? at
            : null;
    }
}
