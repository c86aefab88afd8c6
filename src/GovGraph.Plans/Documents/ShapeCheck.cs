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
            faults.Add(path, Not(json, "an object", "một đối tượng"));
            return;
        }

        var members = type.Properties.ToDictionary(member => member.Name);
        var seen = new HashSet<string>();
        foreach (var member in json.EnumerateObject())
        {
            if (Text(() => member.Name) is not { } name || !members.TryGetValue(name, out var known))
            {
                var (shown, names) = (Shown(member), string.Join(", ", members.Keys));
                faults.Add(path, $"has an unknown member {shown.English}; known are {names}", $"có thành phần lạ {shown.Vietnamese}; các thành phần đã biết: {names}");
            }
            else if (!seen.Add(name))
            {
                faults.Add($"{path}.{name}", "is there twice", "có hai lần");
            }
            else if (member.Value.ValueKind != JsonValueKind.Null || known.IsRequired)
            {
                Check(member.Value, type.Options.GetTypeInfo(known.PropertyType), $"{path}.{name}");
            }
        }

        foreach (var member in type.Properties.Where(member => member.IsRequired && !seen.Contains(member.Name)))
        {
            faults.Add($"{path}.{member.Name}", "is missing", "còn thiếu");
        }
    }

    private void CheckList(JsonElement json, JsonTypeInfo type, string path)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            faults.Add(path, Not(json, "a list", "một danh sách"));
            return;
        }

        var elementType = type.Options.GetTypeInfo(type.ElementType!);
        var index = 0;
        foreach (var element in json.EnumerateArray())
        {
            Check(element, elementType, $"{path}[{index++}]");
        }
    }

    private static Wording? ValueFault(JsonElement json, Type type)
    {
        if (type == typeof(int) || type == typeof(long))
        {
            var fits = json.ValueKind == JsonValueKind.Number && (type == typeof(int) ? json.TryGetInt32(out _) : json.TryGetInt64(out _));
            return fits ? null : Not(json, "a whole number", "một số nguyên");
        }

        if (type == typeof(decimal))
        {
            return json.ValueKind == JsonValueKind.Number && json.TryGetDecimal(out _) ? null : Not(json, "a number of at most 28 digits", "một số có tối đa 28 chữ số");
        }

        if (json.ValueKind != JsonValueKind.String)
        {
            return Not(json, "a string", "một chuỗi");
        }

        if (Text(json.GetString) is not { } text)
        {
            return new("holds half of a surrogate pair", "có nửa cặp ký tự thay thế (surrogate)");
        }

        if (type == typeof(string))
        {
            return string.IsNullOrWhiteSpace(text) ? new("is empty: leave the member out", "để trống: hãy bỏ thành phần này")
                : VietnameseLetters.AreComposed(text) ? null
                : new("is not in Unicode form NFC: a letter and its mark must be one character", "không ở dạng Unicode NFC: chữ và dấu phải là một ký tự");
        }

        if (type.IsEnum)
        {
            var names = Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName).ToArray();
            return names.Contains(text) ? null : Not(json, string.Join(" or ", names), string.Join(" hoặc ", names));
        }

        return type == typeof(DateOnly)
            ? DateOnly.TryParseExact(text, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : new("must be a date such as 2024-03-15", "phải là một ngày, ví dụ 2024-03-15")
            : json.TryGetDateTimeOffset(out _) ? null : new("must be a time such as 2024-03-15T10:00:00+07:00", "phải là một thời điểm, ví dụ 2024-03-15T10:00:00+07:00");
    }

    private static Wording Not(JsonElement json, string english, string vietnamese)
    {
        var kind = Kind(json);
        return new($"must be {english}, not {kind.English}", $"phải là {vietnamese}, không phải {kind.Vietnamese}");
    }

    private static Wording Kind(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => new("an object", "một đối tượng"),
        JsonValueKind.Array => new("a list", "một danh sách"),
        JsonValueKind.String => Text(json.GetString) is { } text ? Quoted(text) : new("a string", "một chuỗi"),
        _ => AsItIs(Cut(json.GetRawText())),
    };

    private static Wording Shown(JsonProperty member) =>
        Text(() => member.Name) is { } name ? Quoted(name) : new("with half of a surrogate pair in its name", "có nửa cặp ký tự thay thế (surrogate) trong tên");

    private static Wording Quoted(string text) => AsItIs($"\"{Cut(text)}\"");

    private static Wording AsItIs(string text) => new(text, text);

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
