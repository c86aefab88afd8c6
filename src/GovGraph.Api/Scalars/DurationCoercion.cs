using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;
using GovGraph.Plans.Calendar;

namespace GovGraph.Api.Scalars;

/// <summary>Duration: a span of the calendar. It is only given, never answered.</summary>
internal sealed class DurationCoercion : ScalarCoercion<CalendarSpan>
{
    private const string Reason =
        "Duration must be a span of years, months, weeks and days such as \"P30D\", \"P1Y6M\" or \"-P2W\", without a time of day and of at most 100 years (ISO 8601).";

    public override bool TryCoerceLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? reason) =>
        TryRead((literal as StringValueNode)?.Value, out value, out reason);

    public override bool TryCoerceJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? reason) =>
        TryRead(json.ValueKind == JsonValueKind.String ? json.GetString() : null, out value, out reason);

    public override bool TryWrite(JsonWriter writer, CalendarSpan value, [NotNullWhen(false)] out string? reason)
    {
        reason = "Duration is only given, never answered.";
        return false;
    }

    private static bool TryRead(string? text, out object? value, [NotNullWhen(false)] out string? reason)
    {
        var isSpan = CalendarSpan.TryParse(text, out var span);
        (value, reason) = isSpan ? (span, null) : ((object?)null, Reason);
        return isSpan;
    }
}
