using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Types.Scalars;

/// <summary>Boolean: true or false.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Boolean"/>
internal sealed class BooleanCoercion : ScalarCoercion
{
    private static readonly object s_true = true;
    private static readonly object s_false = false;

    public override bool TryCoerceLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? reason) =>
        literal is BooleanValueNode boolean
            ? Accept(boolean.Value ? s_true : s_false, out value, out reason)
            : Refuse(NotABoolean(Printer.Print(literal)), out value, out reason);

    public override bool TryCoerceJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? reason) => json.ValueKind switch
    {
        JsonValueKind.True => Accept(s_true, out value, out reason),
        JsonValueKind.False => Accept(s_false, out value, out reason),
        _ => Refuse(NotABoolean(json.GetRawText()), out value, out reason),
    };

    public override bool TryWrite(JsonWriter writer, object value, [NotNullWhen(false)] out string? reason)
    {
        reason = null;
        switch (value)
        {
            case bool boolean:
                writer.WriteBoolean(boolean);
                return true;
            case int or long or short or byte or sbyte or ushort or uint or ulong or decimal:
                writer.WriteBoolean(Convert.ToDecimal(value, CultureInfo.InvariantCulture) != 0);
                return true;
            case double number when double.IsFinite(number):
                writer.WriteBoolean(number != 0);
                return true;
            default:
                reason = NotABoolean(Shown.Of(value));
                return false;
        }
    }

    private static string NotABoolean(string value) => $"Boolean cannot represent a non boolean value: {value}";
}
