using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace GovGraph.Storage.Files.Journals;

/// <summary>What the bytes of a journal hold.</summary>
internal sealed record JournalContent
{
    public ImmutableArray<JournalRecord> Records { get; init; } = [];

    /// <summary>Records up to here are in plan files.</summary>
    public long Saved { get; init; }

    /// <summary>The highest number named, of a record or a beginning.</summary>
    public long Last { get; init; }

    /// <summary>Pieces that can't be read.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Unreadable { get; init; } = [];

    /// <summary>The last piece was being written when the writer ended: it was never acknowledged.</summary>
    public bool IsTorn { get; init; }

    /// <summary>How many of the unreadable pieces are whole, but belong to others that are not.</summary>
    public int Halves { get; init; }

    /// <summary>All lines that can be read.</summary>
    public ImmutableArray<ReadOnlyMemory<byte>> Readable { get; init; } = [];
}

/// <summary>Reads the lines of a journal; what can't be read is passed over and told.</summary>
internal static class JournalReader
{
    public static JournalContent Read(ReadOnlyMemory<byte> bytes)
    {
        var read = new List<(ReadOnlyMemory<byte> Line, JournalEntry? Entry)>();
        var isTorn = false;
        while (!bytes.IsEmpty)
        {
            var end = bytes.Span.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..end];
            bytes = end < 0 ? default : bytes[(end + 1)..];
            isTorn = end < 0;
            read.Add((line, end < 0 ? null : ReadLine(line)));
        }

        // What was to happen together, and did not get wholly to the disk, was never acknowledged: then nothing came after it.
        var whole = read.Select(line => line.Entry).OfType<JournalEntry>().ToList();
        var (highest, savedTo) = (whole.Select(entry => entry.Last).DefaultIfEmpty().Max(), whole.Select(entry => entry.Saved).DefaultIfEmpty().Max());
        var halves = whole.Select(entry => entry.Group).OfType<JournalGroup>().CountBy(group => group)
            .Where(group => group.Value < group.Key.Last - group.Key.First + 1 && highest <= group.Key.Last && savedTo < group.Key.First)
            .Select(group => (JournalGroup?)group.Key).ToHashSet();
        var isReadable = read.ToLookup(line => line.Entry is { } entry && (entry.Group is null || !halves.Contains(entry.Group)));
        var entries = isReadable[true].Select(line => line.Entry!).ToList();
        var saved = entries.Select(entry => entry.Saved).DefaultIfEmpty().Max();
        return new JournalContent
        {
            Records = [.. entries.Select(entry => entry.Record).OfType<JournalRecord>()],
            Saved = saved,
            Last = Math.Max(entries.Select(entry => entry.Last).DefaultIfEmpty().Max(), saved),
            Readable = [.. isReadable[true].Select(line => line.Line)],
            Unreadable = [.. isReadable[false].Select(line => line.Line)],
            IsTorn = isTorn || halves.Count > 0,
            Halves = isReadable[false].Count(line => line.Entry is not null),
        };
    }

    /// <summary>The number that a journal begins with, by its first bytes; null where it does not say.</summary>
    public static long? FirstRecord(ReadOnlyMemory<byte> start)
    {
        var end = start.Span.IndexOf((byte)'\n');
        using var line = end < 0 ? null : JournalLine.Read(start[..end]);
        return line?.RootElement.TryGetProperty("begin", out var begin) == true ? begin.GetInt64() : null;
    }

    private static JournalEntry? ReadLine(ReadOnlyMemory<byte> line)
    {
        using var document = JournalLine.Read(line);
        if (document is null)
        {
            return null;
        }

        var members = document.RootElement;
        try
        {
            return members.TryGetProperty("saved", out var saved) ? new(null, saved.GetInt64(), saved.GetInt64())
                : members.TryGetProperty("begin", out var begin) ? new(null, 0, begin.GetInt64() - 1)
                : ReadRecord(members) is var record ? new(record, 0, record.Sequence)
                : null;
        }
        catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // Whole, but not of this version of the format: set aside like what is not whole.
            return null;
        }
    }

    private static JournalRecord ReadRecord(JsonElement members)
    {
        var sequence = members.GetProperty("seq").GetInt64();
        var change = ReadChange(members);
        var (plan, version) = (members.GetProperty("plan").GetString()!, members.GetProperty("planVersion").GetInt64());
        if (members.TryGetProperty("document", out var document))
        {
            return new PlanInserted(sequence, change, plan, version, Encoding.UTF8.GetBytes(document.GetRawText()))
            {
                IsReplacing = members.TryGetProperty("replaces", out var replaces) && replaces.GetBoolean(),
                History = members.TryGetProperty("history", out var history) ? [.. history.EnumerateArray().Select(ReadEvent)] : default,
            };
        }

        var (node, before, after) = ProgressJson.ReadChange(members) ?? throw new FormatException("It tells of nothing that this version knows.");
        return new NodeChanged(sequence, change, plan, version, node, before, after)
        {
            Group = members.TryGetProperty("first", out var first) ? new JournalGroup(first.GetInt64(), members.GetProperty("last").GetInt64()) : null,
        };
    }

    public static PlanEvent ReadEvent(JsonElement members)
    {
        var made = new PlanEvent(members.GetProperty("planVersion").GetInt64(), ReadChange(members));
        return ProgressJson.ReadChange(members) is var (node, before, after) ? made with { NodeId = node, Before = before, After = after } : made;
    }

    private static ChangeRecord ReadChange(JsonElement members) => new(members.GetProperty("time").GetDateTimeOffset())
    {
        Who = members.Optional("who"),
        Client = members.Optional("client"),
        Reason = members.Optional("reason"),
        Key = members.Optional("key") is { } name ? new ChangeKey(name, members.GetProperty("input").GetString()!) : null,
    };

    private sealed record JournalEntry(JournalRecord? Record, long Saved, long Last)
    {
        public JournalGroup? Group => (Record as NodeChanged)?.Group;
    }
}
