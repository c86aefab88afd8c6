using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovGraph.Conformance;

/// <summary>From a case to its answer.</summary>
internal static class Case
{
    private static readonly Dictionary<string, CaseKind> Kinds = new()
    {
        ["parse"] = new ParseCase(),
        ["execute"] = new ExecuteCase(),
        ["introspect"] = new ExecuteCase(),
        ["schema"] = new SchemaCase(),
        ["validate"] = new ValidateCase(),
        ["print"] = new PrintCase(),
    };

    public static JsonObject Answer(JsonElement @case) => new()
    {
        ["id"] = JsonNode.Parse(@case.GetProperty("id").GetRawText()),
        ["result"] = Run(@case),
    };

    /// <summary>A case that the engine stumbles over is answered too, so that the others still are.</summary>
    private static JsonObject Run(JsonElement @case)
    {
        var op = @case.GetProperty("op").GetString()!;
        if (!Kinds.TryGetValue(op, out var kind)) return new JsonObject { ["fault"] = $"There is no kind of case named \"{op}\"." };

        try
        {
            return kind.Run(@case);
        }
        catch (Exception fault)
        {
            return new JsonObject { ["fault"] = fault.ToString() };
        }
    }
}
