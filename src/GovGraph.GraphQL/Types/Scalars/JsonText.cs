using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace GovGraph.GraphQL.Types.Scalars;

/// <summary>The text of a JSON string. It may have none: "\ud800" is well-formed JSON, but no Unicode text.</summary>
internal static class JsonText
{
    public static bool TryRead(JsonElement json, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (json.ValueKind != JsonValueKind.String) return false;

        try
        {
            text = json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
