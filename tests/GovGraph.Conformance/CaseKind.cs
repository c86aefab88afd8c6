using System.Text.Json;
using System.Text.Json.Nodes;

namespace GovGraph.Conformance;

/// <summary>One kind of case, named by its "op".</summary>
internal abstract class CaseKind
{
    /// <summary>What the engine makes of the case: the "result" of the answer.</summary>
    public abstract JsonObject Run(JsonElement @case);
}
