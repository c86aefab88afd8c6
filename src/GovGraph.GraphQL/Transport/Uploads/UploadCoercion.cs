using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Transport.Uploads;

/// <summary>scalar Upload: comes in only as the mark that stands in a variable where the multipart request maps a file, and never goes out.</summary>
internal sealed class UploadCoercion : ScalarCoercion
{
    private const string Mark = "multipart-file:";
    private const string NoFile = "Upload must be a file of a multipart/form-data request.";

    /// <summary>What stands in the JSON for a file.</summary>
    public static string MarkOf(string key) => Mark + key;

    public override bool TryCoerceLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? reason) =>
        Refuse(NoFile, out value, out reason);

    public override bool TryCoerceJson(JsonElement json, out object? value, [NotNullWhen(false)] out string? reason) =>
        json.ValueKind == JsonValueKind.String && json.GetString() is { } text && text.StartsWith(Mark, StringComparison.Ordinal)
            ? Accept(new Upload(text[Mark.Length..]), out value, out reason)
            : Refuse(NoFile, out value, out reason);

    public override bool TryWrite(JsonWriter writer, object value, [NotNullWhen(false)] out string? reason)
    {
        reason = "Upload is for input only.";
        return false;
    }
}
