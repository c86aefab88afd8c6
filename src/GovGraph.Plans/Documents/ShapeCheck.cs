using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Documents;

/// <summary>Checks JSON against the types that it is to become, and finds all faults where a deserializer stops at the first.</summary>
internal sealed class ShapeCheck(PlanFaults faults)
{
    public void Check(JsonElement json, JsonTypeInfo type, string path)
    {
        if (faults.IsFull)
        {
            return;
        }

        if (type.Kind == JsonTypeInfoKind.Object)
        {
            CheckObject(json, type, path);
        }
        else if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            CheckList(json, type, path);
        }
        else if (ValueFault(json, Nullable.GetUnderlyingType(type.Type) ?? type.Type) is { } fault)
        {
            faults.Add(path, fault);
        }
    }

    private void CheckObject(JsonElement json, JsonTypeInfo type, string path)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            faults.Add(path, $"must be an object, not {Kind(json)}");
            return;
        }

        var members = type.Properties.ToDictionary(member => member.Name);
        var seen = new HashSet<string>();
        foreach (var member in json.EnumerateObject())
        {
            if (Text(() => member.Name) is not { } name || !members.TryGetValue(name, out var known))
            {
                faults.Add(path, $"has an unknown member {Shown(member)}; known are {string.Join(", ", members.Keys)}");
            }
            else if (!seen.Add(name))
            {
                faults.Add($"{path}.{name}", "is there twice");
            }
            else if (member.Value.ValueKind != JsonValueKind.Null || known.IsRequired)
            {
                Check(member.Value, type.Options.GetTypeInfo(known.PropertyType), $"{path}.{name}");
            }
        }

        foreach (var member in type.Properties.Where(member => member.IsRequired && !seen.Contains(member.Name)))
        {
            faults.Add($"{path}.{member.Name}", "is missing");
        }
    }

    private void CheckList(JsonElement json, JsonTypeInfo type, string path)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            faults.Add(path, $"must be a list, not {Kind(json)}");
            return;
        }

        var elementType = type.Options.GetTypeInfo(type.ElementType!);
        var index = 0;
        foreach (var element in json.EnumerateArray())
        {
            Check(element, elementType, $"{path}[{index++}]");
        }
    }

    private static string? ValueFault(JsonElement json, Type type)
    {
        if (type == typeof(int) || type == typeof(long))
        {
            var fits = json.ValueKind == JsonValueKind.Number && (type == typeof(int) ? json.TryGetInt32(out _) : json.TryGetInt64(out _));
            return fits ? null : $"must be a whole number, not {Kind(json)}";
        }

        if (type == typeof(decimal))
        {
            return json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out _) ? null : $"must be a number of at most 28 digits, not {Kind(json)}";
        }

        if (json.ValueKind != JsonValueKind.String)
        {
            return $"must be a string, not {Kind(json)}";
        }

        if (Text(json.GetString) is not { } text)
        {
            return "holds half of a surrogate pair";
        }

        if (type == typeof(string))
        {
            return string.IsNullOrWhiteSpace(text) ? "is empty: leave the member out"
                : VietnameseLetters.AreComposed(text) ? null
                : "is not in Unicode form NFC: a letter and its mark must be one character";
        }

        if (type.IsEnum)
        {
            var names = Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName).ToArray();
            return names.Contains(text) ? null : $"must be {string.Join(" or ", names)}, not {Kind(json)}";
        }

        return type == typeof(DateOnly)
            ? DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : "must be a date such as 2024-03-15"
            : json.TryGetDateTimeOffset(out _) ? null : "must be a time such as 2024-03-15T10:00:00+07:00";
    }

    private static string Kind(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => Text(json.GetString) is { } text ? $"\"{Cut(text)}\"" : "a string",
        _ => Cut(json.GetRawText()),
    };

    private static string Shown(JsonProperty member) => Text(() => member.Name) is { } name ? $"\"{Cut(name)}\"" : "with half of a surrogate pair in its name";

    private static string Cut(string text) => text.Length <= 40 ? text : $"{text.AsSpan(0, 39)}…";

    // An escape such as \ud800 alone is legal JSON, but no text.
    private static string? Text(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
