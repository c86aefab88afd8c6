using System.Text.Json;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Execution;

/// <summary>A custom scalar may be written as a list or map with variables inside; its coercion sees them replaced by their values.</summary>
internal static class SubstituteVariables
{
    public static ValueNode In(ValueNode literal, VariableValues variables) => literal switch
    {
        VariableNode variable => variables.Uncoerced(variable.Name.Value) switch
        {
            ({ } json, _) => FromJson(json, variable.Location),
            (_, { } value) => value,
            _ => new NullValueNode(variable.Location),
        },
        ListValueNode list => new ListValueNode(list.Location, [.. list.Values.Select(item => In(item, variables))]),
        ObjectValueNode map => new ObjectValueNode(map.Location, [.. map.Fields
            .Where(field => field.Value is not VariableNode absent || variables.TryGet(absent.Name.Value, out _))
            .Select(field => new ObjectFieldNode(field.Location, field.Name, In(field.Value, variables)))]),
        _ => literal,
    };

    private static ValueNode FromJson(JsonElement json, Location location) => json.ValueKind switch
    {
        JsonValueKind.String => new StringValueNode(location, json.GetString()!, isBlock: false),
        JsonValueKind.Number => json.GetRawText() is var number && number.AsSpan().ContainsAny('.', 'e', 'E')
            ? new FloatValueNode(location, number)
            : new IntValueNode(location, number),
        JsonValueKind.True or JsonValueKind.False => new BooleanValueNode(location, json.GetBoolean()),
        JsonValueKind.Array => new ListValueNode(location, [.. json.EnumerateArray().Select(item => FromJson(item, location))]),
        JsonValueKind.Object => new ObjectValueNode(location, [.. json.EnumerateObject().Select(property =>
            new ObjectFieldNode(location, new NameNode(location, property.Name), FromJson(property.Value, location)))]),
        _ => new NullValueNode(location),
    };
}
