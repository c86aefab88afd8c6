using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;

namespace GovGraph.Api.Scalars;

/// <summary>Decimal: a number that keeps its digits. What would have to be rounded is refused.</summary>
internal sealed class DecimalCoercion : ScalarCoercion<decimal>
{
    private const int MostDigits = 28;

    public override bool TryCoerceLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? reason) =>
        TryRead(literal switch { IntValueNode whole => whole.Value, FloatValueNode number => number.Value, _ => null }, out value, out reason);

    public override bool TryCoerceJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? reason) =>
        TryRead(json.ValueKind == JsonValueKind.Number ? json.GetRawText() : null, out value, out reason);

    public override bool TryWrite(JsonWriter writer, decimal value, [NotNullWhen(false)] out string? reason)
    {
        writer.WriteNumber(value);
        reason = null;
        return true;
    }

    private static bool TryRead(string? text, out object? value, [NotNullWhen(false)] out string? reason)
    {
        var number = 0m;
        var isExact = text is not null && DigitsOf(text) <= MostDigits
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && IsKept(text, number);
        (value, reason) = isExact ? (number, null) : ((object?)null, $"Decimal must be a number of at most {MostDigits} digits, before and behind the point.");
        return isExact;
    }

    private static int DigitsOf(string text) => text.TakeWhile(letter => letter is not ('e' or 'E')).Count(char.IsAsciiDigit);

    // An exponent below what a decimal holds would leave nothing of the digits.
    private static bool IsKept(string text, decimal number) =>
        !text.AsSpan().ContainsAny('e', 'E') || (double.TryParse(text, CultureInfo.InvariantCulture, out var near) && (decimal.ToDouble(number) == near));
}
