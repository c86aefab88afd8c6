using System.Text.Json;
using System.Text.Json.Nodes;
using GovGraph.GraphQL.Types;

namespace GovGraph.Conformance;

/// <summary>print: the schema that "sdl" describes, printed.</summary>
internal sealed class PrintCase : CaseKind
{
    public override JsonObject Run(JsonElement @case)
    {
        var result = SchemaBuilder.Build(@case.GetProperty("sdl").GetString()!);
        return result.IsBuilt
            ? new JsonObject { ["sdl"] = SchemaPrinter.Print(result.Schema) }
            : new JsonObject { ["errors"] = new JsonArray([.. result.Errors.Select(error => (JsonNode)error.Message)]) };
    }
}
