using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Files.Journals;

/// <summary>What has happened to a row, in a line of the journal: the same members as in a plan file, left out at the same defaults.</summary>
internal static class ProgressJson
{
    private static readonly FrozenDictionary<string, TaskStatus> Statuses = Words<TaskStatus>();

    /// <summary>A row under the word for its kind, and both sides of its change.</summary>
    public static void WriteChange(Utf8JsonWriter json, string nodeId, NodeProgress before, NodeProgress after)
    {
        json.WriteString(after is TaskProgress ? "task" : "indicator", nodeId);
        Write(json, "before", before);
        Write(json, "after", after);
    }

    /// <summary>Null where the members tell of no row.</summary>
    public static (string NodeId, NodeProgress Before, NodeProgress After)? ReadChange(JsonElement members) =>
        Optional(members, "task") is { } task ? (task, ReadTask(members.GetProperty("before")), ReadTask(members.GetProperty("after")))
        : Optional(members, "indicator") is { } indicator ? (indicator, ReadIndicator(members.GetProperty("before")), ReadIndicator(members.GetProperty("after")))
        : null;

    public static string? Optional(JsonElement members, string name) =>
        members.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Write(Utf8JsonWriter json, string name, NodeProgress progress)
    {
        json.WriteStartObject(name);
        switch (progress)
        {
            case TaskProgress task:
                Write(json, task);
                break;
            case IndicatorProgress indicator:
                WriteList(json, "values", indicator.Values, value => Write(json, value));
                break;
        }

        json.WriteNumber("version", progress.Version);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, TaskProgress progress)
    {
        if (progress.Status != TaskStatus.NotStarted)
        {
            json.WriteString("status", Word(progress.Status));
        }

        WriteOptional(json, "statusNote", progress.StatusNote);
        WriteOptional(json, "completedOn", progress.CompletedOn?.ToString("O"));
        WriteList(json, "evidence", progress.Evidence, item => EvidenceJson.Write(json, item));
        WriteList(json, "occurrences", progress.Occurrences, item => Write(json, item));
        WriteList(json, "events", progress.Events, item => Write(json, item));
        WriteList(json, "extensions", progress.Extensions, item => ExtensionJson.Write(json, item));
        WriteList(json, "notes", progress.Notes, item => Write(json, item));
    }

    private static void Write(Utf8JsonWriter json, RecordedOccurrence item)
    {
        json.WriteString("period", item.Period.ToString());
        if (item.Ordinal != 1)
        {
            json.WriteNumber("ordinal", item.Ordinal);
        }

        json.WriteString("happenedOn", item.HappenedOn.ToString("O"));
        WriteOptional(json, "note", item.Note);
        json.WriteString("recordedAt", item.RecordedAt);
    }

    private static void Write(Utf8JsonWriter json, TaskEvent item)
    {
        json.WriteString("id", item.Id);
        json.WriteString("trigger", item.Trigger);
        json.WriteString("happenedOn", item.HappenedOn.ToString("O"));
        WriteOptional(json, "due", item.Due?.ToString("O"));
        WriteOptional(json, "doneOn", item.DoneOn?.ToString("O"));
        WriteOptional(json, "note", item.Note);
        WriteOptional(json, "doneNote", item.DoneNote);
        json.WriteString("recordedAt", item.RecordedAt);
    }

    private static void Write(Utf8JsonWriter json, TaskNote item)
    {
        json.WriteString("id", item.Id);
        json.WriteString("text", item.Text);
        WriteOptional(json, "by", item.By);
        json.WriteString("at", item.At);
    }

    private static void Write(Utf8JsonWriter json, IndicatorValue value)
    {
        json.WriteString("period", value.Period.ToString());
        json.WriteNumber("value", value.Value);
        WriteOptional(json, "note", value.Note);
        json.WriteString("recordedAt", value.RecordedAt);
    }

    public static void WriteList<T>(Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static TaskProgress ReadTask(JsonElement members) => new()
    {
        Status = Optional(members, "status") is { } status ? Statuses[status] : TaskStatus.NotStarted,
        StatusNote = Optional(members, "statusNote"),
        CompletedOn = OptionalDate(members, "completedOn"),
        Evidence = [.. List(members, "evidence").Select(EvidenceJson.Read)],
        Occurrences = [.. List(members, "occurrences").Select(ReadOccurrence)],
        Events = [.. List(members, "events").Select(ReadEvent)],
        Extensions = [.. List(members, "extensions").Select(ExtensionJson.Read)],
        Notes = [.. List(members, "notes").Select(ReadNote)],
        Version = members.GetProperty("version").GetInt64(),
    };

    private static RecordedOccurrence ReadOccurrence(JsonElement members) => new(
        ReadPeriod(members),
        members.TryGetProperty("ordinal", out var ordinal) ? ordinal.GetInt32() : 1,
        ReadDate(members.GetProperty("happenedOn").GetString()!),
        members.GetProperty("recordedAt").GetDateTimeOffset())
    {
        Note = Optional(members, "note"),
    };

    private static TaskEvent ReadEvent(JsonElement members) => new()
    {
        Id = members.GetProperty("id").GetString()!,
        Trigger = members.GetProperty("trigger").GetString()!,
        HappenedOn = ReadDate(members.GetProperty("happenedOn").GetString()!),
        Due = OptionalDate(members, "due"),
        DoneOn = OptionalDate(members, "doneOn"),
        Note = Optional(members, "note"),
        DoneNote = Optional(members, "doneNote"),
        RecordedAt = members.GetProperty("recordedAt").GetDateTimeOffset(),
    };

    private static TaskNote ReadNote(JsonElement members) => new()
    {
        Id = members.GetProperty("id").GetString()!,
        Text = members.GetProperty("text").GetString()!,
        By = Optional(members, "by"),
        At = members.GetProperty("at").GetDateTimeOffset(),
    };

    private static IndicatorProgress ReadIndicator(JsonElement members) => new()
    {
        Values = [.. List(members, "values").Select(ReadValue)],
        Version = members.GetProperty("version").GetInt64(),
    };

    private static IndicatorValue ReadValue(JsonElement members) => new()
    {
        Period = ReadPeriod(members),
        Value = members.GetProperty("value").GetDecimal(),
        Note = Optional(members, "note"),
        RecordedAt = members.GetProperty("recordedAt").GetDateTimeOffset(),
    };

    public static IEnumerable<JsonElement> List(JsonElement members, string name) =>
        members.TryGetProperty(name, out var items) ? items.EnumerateArray() : Enumerable.Empty<JsonElement>();

    public static DateOnly? OptionalDate(JsonElement members, string name) =>
        Optional(members, name) is { } date ? ReadDate(date) : null;

    public static DateOnly ReadDate(string date) => DateOnly.ParseExact(date, "O", CultureInfo.InvariantCulture);

    public static Period ReadPeriod(JsonElement members) =>
        Period.TryParse(members.GetProperty("period").GetString(), out var period) ? period : throw new FormatException("It is no period.");

    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    public static FrozenDictionary<string, T> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToFrozenDictionary(Word);
}
