using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Tasks;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Files;

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
            case TaskChanged changed:
                json.WriteString("task", changed.TaskId);
                WriteProgress(json, "before", changed.Before);
                WriteProgress(json, "after", changed.After);
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
            if (item is { TaskId: { } task, Before: { } before, After: { } after })
            {
                json.WriteString("task", task);
                WriteProgress(json, "before", before);
                WriteProgress(json, "after", after);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The first line of a journal: its records count from here.</summary>
    public static void WriteBegin(IBufferWriter<byte> lines, long sequence) =>
        JournalLine.Write(lines, json => json.WriteNumber("begin", sequence));

    /// <summary>All records up to this one are in plan files.</summary>
    public static void WriteSaved(IBufferWriter<byte> lines, long sequence) =>
        JournalLine.Write(lines, json => json.WriteNumber("saved", sequence));

    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    private static void WriteChange(Utf8JsonWriter json, ChangeRecord change)
    {
        json.WriteString("time", change.At);
        WriteOptional(json, "who", change.Who);
        WriteOptional(json, "client", change.Client);
        WriteOptional(json, "reason", change.Reason);
    }

    // The same members as in a plan file, and left out at the same defaults.
    private static void WriteProgress(Utf8JsonWriter json, string name, TaskProgress progress)
    {
        json.WriteStartObject(name);
        if (progress.Status != TaskStatus.NotStarted)
        {
            json.WriteString("status", Word(progress.Status));
        }

        WriteOptional(json, "statusNote", progress.StatusNote);
        WriteOptional(json, "completedOn", progress.CompletedOn?.ToString("O"));
        if (!progress.Evidence.IsEmpty)
        {
            json.WriteStartArray("evidence");
            foreach (var item in progress.Evidence)
            {
                WriteEvidence(json, item);
            }

            json.WriteEndArray();
        }

        json.WriteNumber("version", progress.Version);
        json.WriteEndObject();
    }

    private static void WriteEvidence(Utf8JsonWriter json, EvidenceItem item)
    {
        json.WriteStartObject();
        json.WriteString("id", item.Id);
        json.WriteString("kind", Word(item.Kind));
        WriteOptional(json, "title", item.Title);
        WriteOptional(json, "number", item.Number);
        WriteOptional(json, "date", item.Date?.ToString("O"));
        WriteOptional(json, "issuer", item.Issuer);
        WriteOptional(json, "url", item.Url);
        WriteOptional(json, "note", item.Note);
        json.WriteString("addedAt", item.AddedAt);
        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
