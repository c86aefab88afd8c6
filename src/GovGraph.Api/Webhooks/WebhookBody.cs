using System.Text.Encodings.Web;
using System.Text.Json;
using GovGraph.Api.Subscriptions;
using GovGraph.Storage.History;

namespace GovGraph.Api.Webhooks;

/// <summary>What a delivery says: the same as a subscription, with the fields that most want.</summary>
internal static class WebhookBody
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(TaskChanged told)
    {
        var (entry, record) = (told.Entry, told.Entry.Event!.Record);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_options))
        {
            json.WriteStartObject();
            json.WriteString("type", "task.changed");
            json.WriteString("timestamp", entry.At);
            json.WriteStartObject("data");
            json.WriteString("cursor", told.Cursor);
            json.WriteBoolean("isMatch", told.IsMatch);
            json.WriteStartObject("change");
            json.WriteString("id", entry.ChangeId);
            json.WriteString("kind", Name(entry.Kind));
            json.WriteString("at", entry.At);
            json.WriteString("who", entry.Who);
            json.WriteString("reason", record.Reason);
            json.WriteString("client", entry.Client);
            json.WriteString("taskId", entry.NodeId);
            json.WriteString("planId", entry.PlanId);
            json.WriteNumber("planVersion", entry.PlanVersion);
            json.WriteStartArray("changes");
            foreach (var change in FieldChange.Of(entry.Event!)) Write(json, change);
            json.WriteEndArray();
            json.WriteEndObject();
            WriteTask(json, told);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, FieldChange change)
    {
        json.WriteStartObject();
        json.WriteString("field", change.Field);
        json.WriteString("before", change.Before);
        json.WriteString("after", change.After);
        json.WriteEndObject();
    }

    private static void WriteTask(Utf8JsonWriter json, TaskChanged told)
    {
        if (told.Task is not { } task)
        {
            json.WriteNull("task");
            return;
        }

        json.WriteStartObject("task");
        json.WriteString("id", task.Id);
        json.WriteString("code", task.Code);
        json.WriteString("title", task.Title);
        json.WriteString("status", Name(task.Status));
        json.WriteString("statusNote", task.StatusNote);
        json.WriteString("completedOn", task.CompletedOn?.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
        json.WriteNumber("version", task.Progress.Version);
        json.WriteEndObject();
    }

    private static string Name(Enum value) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
