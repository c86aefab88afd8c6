using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using GovGraph.Plans;

namespace GovGraph.Storage.Files.Journals;

/// <summary>Members of a line that are left out where there is nothing to tell, and values as the plan format writes them.</summary>
internal static class JsonMembers
{
    public static string? Optional(this JsonElement members, string name) =>
        members.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static void WriteOptional(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    public static IEnumerable<JsonElement> List(this JsonElement members, string name) =>
        members.TryGetProperty(name, out var items) ? items.EnumerateArray() : Enumerable.Empty<JsonElement>();

    public static void WriteList<T>(this Utf8JsonWriter json, string name, IReadOnlyCollection<T> items, Action<T> write)
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

    public static DateOnly? OptionalDate(this JsonElement members, string name) =>
        members.Optional(name) is { } date ? ReadDate(date) : null;

    public static DateOnly ReadDate(string date) => DateOnly.ParseExact(date, "O", CultureInfo.InvariantCulture);

    public static Period ReadPeriod(this JsonElement members) =>
        Period.TryParse(members.GetProperty("period").GetString(), out var period) ? period : throw new FormatException("It is no period.");

    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());

    public static FrozenDictionary<string, T> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToFrozenDictionary(Word);
}
