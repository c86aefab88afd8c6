using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types.Scalars;

/// <summary>String: a text.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-String"/>
internal sealed class StringCoercion : ScalarCoercion
{
    public override bool TryCoerceLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? reason) =>
        literal is StringValueNode text
            ? Accept(text.Value, out value, out reason)
            : Refuse(NotAString(Printer.Print(literal)), out value, out reason);

    public override bool TryCoerceJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? reason) =>
        JsonText.TryRead(json, out var text)
            ? Accept(text, out value, out reason)
            : Refuse(NotAString(json.GetRawText()), out value, out reason);

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
            case bool boolean:
                writer.WriteString(boolean ? "true" : "false");
                return true;
            case double number when !double.IsFinite(number):
                break;
            case int or long or double or decimal or short or byte or sbyte or ushort or uint or ulong or float:
                writer.WriteString(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                return true;
        }

        reason = $"String cannot represent value: {Shown.Of(value)}";
        return false;
    }

    private static string NotAString(string value) => $"String cannot represent a non string value: {value}";
}
