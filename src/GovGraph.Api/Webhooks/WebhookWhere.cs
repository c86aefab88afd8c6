using System.Globalization;
using System.Text.Json;
using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Calendar;

namespace GovGraph.Api.Webhooks;

/// <summary>A <c>TaskFilterInput</c> as JSON: how a webhook keeps it.</summary>
internal static class WebhookWhere
{
    private const string InputType = "TaskFilterInput";

    public static string Write(IReadOnlyDictionary<string, object?> where)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) Write(json, where);
        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <exception cref="ArgumentException">The schema has changed so much that it means nothing any more.</exception>
    public static IReadOnlyDictionary<string, object?> Read(BoundSchema schema, string json)
    {
        using var document = JsonDocument.Parse(json);
        return (IReadOnlyDictionary<string, object?>)schema.CoerceInput(InputType, document.RootElement)!;
    }

    private static void Write(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case IReadOnlyDictionary<string, object?> fields:
                json.WriteStartObject();
                foreach (var (name, field) in fields)
                {
                    json.WritePropertyName(name);
                    Write(json, field);
                }

                json.WriteEndObject();
                break;
            case IReadOnlyList<object?> items:
                json.WriteStartArray();
                foreach (var item in items) Write(json, item);
                json.WriteEndArray();
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case int or long or double or decimal:
                json.WriteRawValue(Convert.ToString(value, CultureInfo.InvariantCulture)!);
                break;
            case Enum name:
                json.WriteStringValue(JsonNamingPolicy.SnakeCaseUpper.ConvertName(name.ToString()));
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("O", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset moment:
                json.WriteStringValue(moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture));
                break;
            case CalendarSpan span:
                json.WriteStringValue(FormattableString.Invariant($"{(span.Months < 0 || span.Days < 0 ? "-" : "")}P{Math.Abs(span.Months)}M{Math.Abs(span.Days)}D"));
                break;
            default:
                json.WriteStringValue((string)value);
                break;
        }
    }
}
