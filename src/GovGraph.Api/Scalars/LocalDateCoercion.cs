using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;

namespace GovGraph.Api.Scalars;

/// <summary>LocalDate: <c>yyyy-MM-dd</c>, nothing else.</summary>
internal sealed class LocalDateCoercion : ScalarCoercion<DateOnly>
{
    private const string Format = "yyyy-MM-dd";

    public override bool TryCoerceLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? reason) =>
        TryRead((literal as StringValueNode)?.Value, out value, out reason);

    public override bool TryCoerceJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? reason) =>
        TryRead(json.ValueKind == JsonValueKind.String ? json.GetString() : null, out value, out reason);

    public override bool TryWrite(JsonWriter writer, DateOnly value, [NotNullWhen(false)] out string? reason)
    {
        Span<char> text = stackalloc char[Format.Length];
        value.TryFormat(text, out var length, Format, CultureInfo.InvariantCulture);
        writer.WriteString(text[..length]);
        reason = null;
        return true;
    }

    private static bool TryRead(string? text, out object? value, [NotNullWhen(false)] out string? reason)
    {
        var isDate = DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date);
        (value, reason) = isDate ? (date, null) : ((object?)null, "LocalDate must be a date such as \"2024-03-31\" (yyyy-MM-dd).");
        return isDate;
    }
}
