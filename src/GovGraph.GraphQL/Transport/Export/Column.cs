using System.Collections.Immutable;
using System.Text.Json;

namespace GovGraph.GraphQL.Transport.Export;

/// <summary>A column of the flattened nodes: one leaf of what the query selects.</summary>
/// <param name="Path">The response names from the node down to the leaf.</param>
internal sealed record Column(ImmutableArray<string> Path)
{
    /// <summary><c>deadline.dueDate</c></summary>
    public string Name => string.Join('.', Path);

    /// <summary>The leaf of this node, none where it is null; several where a list lies on the way, in its order, its nulls included.</summary>
    public List<JsonElement> ValuesOf(JsonElement node)
    {
        var values = new List<JsonElement>();
        Gather(node, 0, values, isInList: false);
        return values;
    }

    private void Gather(JsonElement value, int depth, List<JsonElement> values, bool isInList)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray()) Gather(item, depth, values, isInList: true);
        }
        else if (depth < Path.Length && value.ValueKind == JsonValueKind.Object)
        {
            // What a fragment selects on another type, or a directive leaves out, is not there.
            if (value.TryGetProperty(Path[depth], out var member)) Gather(member, depth + 1, values, isInList);
        }
        else if (isInList || value.ValueKind != JsonValueKind.Null)
        {
            values.Add(value);
        }
    }
}
