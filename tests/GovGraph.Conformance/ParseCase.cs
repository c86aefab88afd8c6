using System.Text.Json;
using System.Text.Json.Nodes;
using GovGraph.GraphQL.Language;

namespace GovGraph.Conformance;

/// <summary>parse: whether "source" is a document, or where it stops being one.</summary>
internal sealed class ParseCase : CaseKind
{
    public override JsonObject Run(JsonElement @case)
    {
        var result = Parser.Parse(@case.GetProperty("source").GetString()!, ParserLimits.Trusted);
        return result.IsParsed
            ? new JsonObject { ["ok"] = true }
            : new JsonObject
            {
                ["ok"] = false,
                ["line"] = result.Error.Locations[0].Line,
                ["column"] = result.Error.Locations[0].Column,
                ["message"] = result.Error.Message,
            };
    }
}
