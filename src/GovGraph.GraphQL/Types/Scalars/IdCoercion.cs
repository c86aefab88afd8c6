using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types.Scalars;

/// <summary>ID: an opaque text; whole numbers are taken as the text of their digits.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-ID"/>
internal sealed class IdCoercion : ScalarCoercion
{
    public override bool TryCoerceLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? reason) => literal switch
    {
        StringValueNode text => Accept(text.Value, out value, out reason),
        IntValueNode integer => Accept(integer.Value, out value, out reason),
        _ => Refuse($"ID cannot represent a non-string and non-integer value: {Printer.Print(literal)}", out value, out reason),
    };

    public override bool TryCoerceJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? reason)
    {
        if (JsonText.TryRead(json, out var id)) return Accept(id, out value, out reason);

        if (json.ValueKind == JsonValueKind.Number)
        {
            var text = json.GetRawText();
            if (!text.AsSpan().ContainsAny('.', 'e', 'E')) return Accept(text, out value, out reason);

            var number = json.GetDouble();
            if (double.IsInteger(number)) return Accept(number.ToString(CultureInfo.InvariantCulture), out value, out reason);
        }

        return Refuse($"ID cannot represent value: {json.GetRawText()}", out value, out reason);
    }

    public override bool TryWrite(JsonWriter writer, object value, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        switch (value)
        {
            case string text:
                writer.WriteString(text);
                return true;
            case EncodedString text:
                writer.WriteString(text);
                return true;
            case int or long or short or byte or sbyte or ushort or uint or ulong:
                writer.WriteString(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                return true;
            case double number when double.IsInteger(number):
                writer.WriteString(number.ToString(CultureInfo.InvariantCulture));
                return true;
            case Guid guid:
                writer.WriteString(guid.ToString());
                return true;
            default:
                reason = $"ID cannot represent value: {Shown.Of(value)}";
                return false;
        }
    }
}
