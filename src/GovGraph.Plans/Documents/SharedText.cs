using System.Text.Json;
using System.Text.Json.Serialization;

namespace GovGraph.Plans.Documents;

/// <summary>Reads equal texts as one object: many plans have the same words in their cells. What it has forgotten is held twice, no more.</summary>
internal sealed class SharedText : JsonConverter<string>
{
    private const int Places = 32 * 1024;
    private const int Longest = 256;

    // No lock: a place is read and written whole, and what is found there is compared.
    private static readonly string?[] Seen = new string?[Places];

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.HasValueSequence || reader.ValueSpan.Length > Longest)
        {
            return reader.GetString();
        }

        Span<char> buffer = stackalloc char[Longest];
        var text = buffer[..reader.CopyString(buffer)];
        ref var place = ref Seen[string.GetHashCode(text) & (Places - 1)];
        return place is { } seen && text.SequenceEqual(seen) ? seen : place = text.ToString();
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
