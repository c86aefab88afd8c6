using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types.Scalars;

/// <summary>Int: a signed 32-bit integer.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Int"/>
internal sealed class IntCoercion : ScalarCoercion
{
    public override bool TryCoerceLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? reason)
    {
        if (literal is not IntValueNode integer) return Refuse(NotAnInteger(Printer.Print(literal)), out value, out reason);

        return int.TryParse(integer.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed)
            ? Accept(parsed, out value, out reason)
            : Refuse(TooLarge(integer.Value), out value, out reason);
    }

    public override bool TryCoerceJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? reason)
    {
        if (json.ValueKind != JsonValueKind.Number) return Refuse(NotAnInteger(json.GetRawText()), out value, out reason);
        if (json.TryGetInt32(out var integer)) return Accept(integer, out value, out reason);

        // 2.0 and 2e3 are whole numbers too: JSON has but one kind of number.
        var number = json.GetDouble();
        if (!double.IsInteger(number)) return Refuse(NotAnInteger(json.GetRawText()), out value, out reason);

        return number is >= int.MinValue and <= int.MaxValue
            ? Accept((int)number, out value, out reason)
            : Refuse(TooLarge(json.GetRawText()), out value, out reason);
    }

    public override bool TryWrite(JsonWriter writer, object value, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        switch (value)
        {
            case int integer:
                writer.WriteNumber(integer);
                return true;
            case bool boolean:
                writer.WriteNumber(boolean ? 1 : 0);
                return true;
            case string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed):
                return TryWriteWhole(writer, parsed, ref reason);
            case long or short or byte or sbyte or ushort or uint or ulong or double or float or decimal:
                return TryWriteWhole(writer, Convert.ToDouble(value, CultureInfo.InvariantCulture), ref reason);
            default:
                reason = NotAnInteger(Shown.Of(value));
                return false;
        }
    }

    private static bool TryWriteWhole(JsonWriter writer, double number, ref string? reason)
    {
        if (!double.IsInteger(number)) reason = NotAnInteger(Shown.Of(number));
        else if (number is < int.MinValue or > int.MaxValue) reason = TooLarge(Shown.Of(number));
        else writer.WriteNumber((long)number);

        return reason is null;
    }

    private static string NotAnInteger(string value) => $"Int cannot represent non-integer value: {value}";

    private static string TooLarge(string value) => $"Int cannot represent non 32-bit signed integer value: {value}";
}
