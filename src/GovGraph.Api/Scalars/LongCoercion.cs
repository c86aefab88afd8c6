using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;

namespace GovGraph.Api.Scalars;

/// <summary>Long: a signed 64-bit integer, written as a JSON number.</summary>
internal sealed class LongCoercion : ScalarCoercion<long>
{
    public override bool TryCoerceLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? reason)
    {
        var isLong = long.TryParse((literal as IntValueNode)?.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        return Read(isLong, number, out value, out reason);
    }

    public override bool TryCoerceJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? reason)
    {
        var number = 0L;
        return Read(json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out number), number, out value, out reason);
    }

    public override bool TryWrite(JsonWriter writer, long value, [NotNullWhen(false)] out string? reason)
    {
        writer.WriteNumber(value);
        reason = null;
        return true;
    }

    private static bool Read(bool isLong, long number, out object? value, [NotNullWhen(false)] out string? reason)
    {
        (value, reason) = isLong ? (number, null) : ((object?)null, "Long must be a whole number of at most 64 bits.");
        return isLong;
    }
}
