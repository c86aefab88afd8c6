using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types.Scalars;

/// <summary>Float: a finite double-precision number.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Float"/>
internal sealed class FloatCoercion : ScalarCoercion
{
    public override bool TryCoerceLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? reason)
    {
        var text = literal switch
        {
            IntValueNode integer => integer.Value,
            FloatValueNode fraction => fraction.Value,
            _ => null,
        };

        return text is not null
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
                ? Accept(number, out value, out reason)
                : Refuse(NotANumber(Printer.Print(literal)), out value, out reason);
    }

    public override bool TryCoerceJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? reason) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var number) && double.IsFinite(number)
            ? Accept(number, out value, out reason)
            : Refuse(NotANumber(json.GetRawText()), out value, out reason);

    public override bool TryWrite(JsonWriter writer, object value, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        switch (value)
        {
            case double number when double.IsFinite(number):
                writer.WriteNumber(number);
                return true;
            case float number when float.IsFinite(number):
                writer.WriteNumber((double)number);
                return true;
            case decimal number:
                writer.WriteNumber(number);
                return true;
            case int or long or short or byte or sbyte or ushort or uint:
                writer.WriteNumber(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                return true;
            case bool boolean:
                writer.WriteNumber(boolean ? 1 : 0);
                return true;
            case string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number):
                writer.WriteNumber(number);
                return true;
            default:
                reason = NotANumber(Shown.Of(value));
                return false;
        }
    }

    private static string NotANumber(string value) => $"Float cannot represent non numeric value: {value}";
}
