using System.Text.Json;
using System.Text.Json.Nodes;
using GovGraph.GraphQL.Types;

namespace GovGraph.Conformance;

/// <summary>schema: whether a schema can be built from "sdl", or all that is wrong with it.</summary>
internal sealed class SchemaCase : CaseKind
{
    public override JsonObject Run(JsonElement @case)
    {
        var result = SchemaBuilder.Build(@case.GetProperty("sdl").GetString()!);
        return result.IsBuilt
            ? new JsonObject { ["ok"] = true }
            : new JsonObject { ["ok"] = false, ["errors"] = new JsonArray([.. result.Errors.Select(error => (JsonNode)error.Message)]) };
    }
}
