using System.Collections.Frozen;
using System.Text.Json;
using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Files.Journals;

/// <summary>What has happened to a row, in a line of the journal: the same members as in a plan file, left out at the same defaults.</summary>
internal static class ProgressJson
{
    private static readonly FrozenDictionary<string, TaskStatus> Statuses = JsonMembers.Words<TaskStatus>();

    /// <summary>A row under the word for its kind, and both sides of its change.</summary>
    public static void WriteChange(Utf8JsonWriter json, string nodeId, NodeProgress before, NodeProgress after)
    {
        json.WriteString(after is TaskProgress ? "task" : "indicator", nodeId);
        Write(json, "before", before);
        Write(json, "after", after);
    }

    /// <summary>Null where the members tell of no row.</summary>
    public static (string NodeId, NodeProgress Before, NodeProgress After)? ReadChange(JsonElement members) =>
        members.Optional("task") is { } task ? (task, ReadTask(members.GetProperty("before")), ReadTask(members.GetProperty("after")))
        : members.Optional("indicator") is { } indicator ? (indicator, ReadIndicator(members.GetProperty("before")), ReadIndicator(members.GetProperty("after")))
        : null;

    private static void Write(Utf8JsonWriter json, string name, NodeProgress progress)
    {
        json.WriteStartObject(name);
        switch (progress)
        {
            case TaskProgress task:
                Write(json, task);
                break;
            case IndicatorProgress indicator:
                json.WriteList("values", indicator.Values, value => Write(json, value));
                break;
        }

        json.WriteNumber("version", progress.Version);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TaskProgress progress)
    {
        if (progress.Status != TaskStatus.NotStarted)
        {
            json.WriteString("status", JsonMembers.Word(progress.Status));
        }

        json.WriteOptional("statusNote", progress.StatusNote);
        json.WriteOptional("completedOn", progress.CompletedOn?.ToString("O"));
        json.WriteList("evidence", progress.Evidence, item => EvidenceJson.Write(json, item));
        json.WriteList("occurrences", progress.Occurrences, item => Write(json, item));
        json.WriteList("events", progress.Events, item => Write(json, item));
        json.WriteList("extensions", progress.Extensions, item => ExtensionJson.Write(json, item));
        json.WriteList("notes", progress.Notes, item => Write(json, item));
    }

    private static void Write(Utf8JsonWriter json, RecordedOccurrence item)
    {
        json.WriteString("period", item.Period.ToString());
        if (item.Ordinal != 1)
        {
            json.WriteNumber("ordinal", item.Ordinal);
        }

        json.WriteString("happenedOn", item.HappenedOn.ToString("O"));
        json.WriteOptional("note", item.Note);
        json.WriteString("recordedAt", item.RecordedAt);
    }

    private static void Write(Utf8JsonWriter json, TaskEvent item)
    {
        json.WriteString("id", item.Id);
        json.WriteString("trigger", item.Trigger);
        json.WriteString("happenedOn", item.HappenedOn.ToString("O"));
        json.WriteOptional("due", item.Due?.ToString("O"));
        json.WriteOptional("doneOn", item.DoneOn?.ToString("O"));
        json.WriteOptional("note", item.Note);
        json.WriteOptional("doneNote", item.DoneNote);
        json.WriteString("recordedAt", item.RecordedAt);
    }

    private static void Write(Utf8JsonWriter json, TaskNote item)
    {
        json.WriteString("id", item.Id);
        json.WriteString("text", item.Text);
        json.WriteOptional("by", item.By);
        json.WriteString("at", item.At);
    }

    private static void Write(Utf8JsonWriter json, IndicatorValue value)
    {
        json.WriteString("period", value.Period.ToString());
        json.WriteNumber("value", value.Value);
        json.WriteOptional("note", value.Note);
        json.WriteString("recordedAt", value.RecordedAt);
    }

    private static TaskProgress ReadTask(JsonElement members) => new()
    {
        Status = members.Optional("status") is { } status ? Statuses[status] : TaskStatus.NotStarted,
        StatusNote = members.Optional("statusNote"),
        CompletedOn = members.OptionalDate("completedOn"),
        Evidence = [.. members.List("evidence").Select(EvidenceJson.Read)],
        Occurrences = [.. members.List("occurrences").Select(ReadOccurrence)],
        Events = [.. members.List("events").Select(ReadEvent)],
        Extensions = [.. members.List("extensions").Select(ExtensionJson.Read)],
        Notes = [.. members.List("notes").Select(ReadNote)],
        Version = members.GetProperty("version").GetInt64(),
    };

    private static RecordedOccurrence ReadOccurrence(JsonElement members) => new(
        members.ReadPeriod(),
        members.TryGetProperty("ordinal", out var ordinal) ? ordinal.GetInt32() : 1,
        JsonMembers.ReadDate(members.GetProperty("happenedOn").GetString()!),
        members.GetProperty("recordedAt").GetDateTimeOffset())
    {
        Note = members.Optional("note"),
    };

    private static TaskEvent ReadEvent(JsonElement members) => new()
    {
        Id = members.GetProperty("id").GetString()!,
        Trigger = members.GetProperty("trigger").GetString()!,
        HappenedOn = JsonMembers.ReadDate(members.GetProperty("happenedOn").GetString()!),
        Due = members.OptionalDate("due"),
        DoneOn = members.OptionalDate("doneOn"),
        Note = members.Optional("note"),
        DoneNote = members.Optional("doneNote"),
        RecordedAt = members.GetProperty("recordedAt").GetDateTimeOffset(),
    };

    private static TaskNote ReadNote(JsonElement members) => new()
    {
        Id = members.GetProperty("id").GetString()!,
        Text = members.GetProperty("text").GetString()!,
        By = members.Optional("by"),
        At = members.GetProperty("at").GetDateTimeOffset(),
    };

    private static IndicatorProgress ReadIndicator(JsonElement members) => new()
    {
        Values = [.. members.List("values").Select(ReadValue)],
        Version = members.GetProperty("version").GetInt64(),
    };

    private static IndicatorValue ReadValue(JsonElement members) => new()
    {
        Period = members.ReadPeriod(),
        Value = members.GetProperty("value").GetDecimal(),
        Note = members.Optional("note"),
        RecordedAt = members.GetProperty("recordedAt").GetDateTimeOffset(),
    };
}
