using System.Buffers;
using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GovGraph.Api.Access;
using GovGraph.Api.Evidence;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport.Uploads;
using GovGraph.Storage;

namespace GovGraph.Api.Changes;

/// <summary>Makes the key of a change out of the caller's word for it and what it asks for.</summary>
internal static class IdempotencyKey
{
    private static readonly string[] s_besideTheInput = ["idempotencyKey", "validateOnly"];

    /// <summary>Null where the caller gave none.</summary>
    public static ChangeKey? KeyOf(this FieldContext context, ChangeRequest request) => request.IdempotencyKey is not { } word
        ? null
        : new ChangeKey(NameOf(context.Get<Caller>(), word), Hash(context, context.FieldName, context.Argument<IReadOnlyDictionary<string, object?>>("input")));

    /// <summary>Of the caller and its word, so that nobody meets the keys of others. A key that takes the place of another bears its name: a retry may come with the new one.</summary>
    private static string NameOf(Caller caller, string word) => ChangeKey.Hash($"{caller.Name}\n{word}");

    /// <summary>The same for inputs that mean the same: what is null is left out, names are in one order.</summary>
    private static string Hash(FieldContext context, string mutation, IReadOnlyDictionary<string, object?> input)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WritePropertyName(mutation);
            Write(context, json, input.Where(field => !s_besideTheInput.Contains(field.Key)));
            json.WriteEndObject();
        }

        return ChangeKey.Hash(bytes.WrittenSpan);
    }

    private static void Write(FieldContext context, Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> fields)
    {
        json.WriteStartObject();
        foreach (var (name, value) in fields.Where(field => field.Value is not null).OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            Write(context, json, value!);
        }

        json.WriteEndObject();
    }

    private static void Write(FieldContext context, Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case IReadOnlyDictionary<string, object?> fields:
                Write(context, json, (IEnumerable<KeyValuePair<string, object?>>)fields);
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool flag:
                json.WriteBooleanValue(flag);
                break;
            case decimal number:
                // Without the zeros behind: 1.50 is 1.5.
                json.WriteNumberValue(number / 1.000000000000000000000000000000m);
                break;
            case IFormattable plain:
                json.WriteStringValue(plain.ToString(plain is DateOnly or DateTimeOffset ? "O" : null, CultureInfo.InvariantCulture));
                break;
            case Upload upload:
                json.WriteStringValue(context.Get<RequestFiles>().Sha256(upload.File(context)));
                break;
            case IEnumerable items:
                json.WriteStartArray();
                foreach (var item in items) Write(context, json, item);
                json.WriteEndArray();
                break;
            default:
                throw new UnreachableException($"An input of {value.GetType().Name} has no form that can be compared.");
        }
    }
}
