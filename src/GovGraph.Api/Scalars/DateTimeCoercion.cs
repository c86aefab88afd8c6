using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;

namespace GovGraph.Api.Scalars;

/// <summary>DateTime: a moment with its offset, as in RFC 3339. A moment without an offset is refused: nobody could say when it was.</summary>
internal sealed class DateTimeCoercion : ScalarCoercion<DateTimeOffset>
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"];

    public override bool TryCoerceLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? reason) =>
        TryRead((literal as StringValueNode)?.Value, out value, out reason);

    public override bool TryCoerceJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? reason) =>
        TryRead(json.ValueKind == JsonValueKind.String ? json.GetString() : null, out value, out reason);

    public override bool TryWrite(JsonWriter writer, DateTimeOffset value, [NotNullWhen(false)] out string? reason)
    {
        Span<char> text = stackalloc char[40];
        var format = value.Offset == TimeSpan.Zero ? Formats[1] : Formats[0];
        value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        writer.WriteString(text[..length]);
        reason = null;
        return true;
    }

    private static bool TryRead(string? text, out object? value, [NotNullWhen(false)] out string? reason)
    {
        var isMoment = DateTimeOffset.TryParseExact(
            text?.ToUpperInvariant(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment);
        (value, reason) = isMoment
            ? (moment, null)
            : ((object?)null, "DateTime must be a moment with an offset, such as \"2024-03-15T09:30:00+07:00\" (RFC 3339).");
        return isMoment;
    }
}
