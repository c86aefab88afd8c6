using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace GovGraph.Storage.Files.Journals;

/// <summary>Writes the lines of the journal.</summary>
internal static class JournalWriter
{
    public static void Write(IBufferWriter<byte> lines, JournalRecord record) => JournalLine.Write(lines, json =>
    {
        json.WriteNumber("seq", record.Sequence);
        WriteChange(json, record.Change);
        json.WriteString("plan", record.PlanId);
        json.WriteNumber("planVersion", record.PlanVersion);
        switch (record)
        {
            case PlanInserted inserted:
                json.WritePropertyName("document");
                using (var document = JsonDocument.Parse(inserted.Document))
                {
                    document.WriteTo(json);
                }

                if (inserted.IsReplacing)
                {
                    json.WriteBoolean("replaces", true);
                }

                if (!inserted.History.IsDefault)
                {
                    WriteHistory(json, inserted.History);
                }

                break;
            case NodeChanged changed:
                if (changed.Group is var (first, last))
                {
                    json.WriteNumber("first", first);
                    json.WriteNumber("last", last);
                }

                ProgressJson.WriteChange(json, changed.NodeId, changed.Before, changed.After);
                break;
        }
    });

    /// <summary>The life that a plan brings along, event by event.</summary>
    public static void WriteHistory(Utf8JsonWriter json, ImmutableArray<PlanEvent> events)
    {
        json.WriteStartArray("history");
        foreach (var item in events)
        {
            json.WriteStartObject();
            WriteChange(json, item.Record);
            json.WriteNumber("planVersion", item.PlanVersion);
            if (item is { NodeId: { } node, Before: { } before, After: { } after })
            {
                ProgressJson.WriteChange(json, node, before, after);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The first line of a journal is never longer, in bytes.</summary>
    public const int LongestBegin = 64;

    /// <summary>The first line of a journal: its records count from here.</summary>
    public static void WriteBegin(IBufferWriter<byte> lines, long sequence) =>
        JournalLine.Write(lines, json => json.WriteNumber("begin", sequence));

    /// <summary>All records up to this one are in plan files.</summary>
    public static void WriteSaved(IBufferWriter<byte> lines, long sequence) =>
        JournalLine.Write(lines, json => json.WriteNumber("saved", sequence));

    private static void WriteChange(Utf8JsonWriter json, ChangeRecord change)
    {
        json.WriteString("time", change.At);
        json.WriteOptional("who", change.Who);
        json.WriteOptional("client", change.Client);
        json.WriteOptional("reason", change.Reason);
        if (change.Key is { } key)
        {
            json.WriteString("key", key.Name);
            json.WriteString("input", key.Input);
        }
    }
}
