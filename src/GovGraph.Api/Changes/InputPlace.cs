using System.Collections.Immutable;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Types;

namespace GovGraph.Api.Changes;

/// <summary>A place in the input of a mutation.</summary>
/// <param name="Path">Names from the input downwards; an item of a list by its index.</param>
/// <param name="Coordinate">The same place in the schema.</param>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema-Coordinates"/>
internal readonly record struct InputPlace(ImmutableArray<string> Path, string Coordinate)
{
    private static readonly char[] s_separators = ['.', '[', ']'];

    /// <param name="context">Of the mutation.</param>
    /// <param name="property">As a rule names it: <c>Items[3].Note</c>.</param>
    public static InputPlace Of(FieldContext context, string property)
    {
        ImmutableArray<string> path =
            [.. property.Split(s_separators, StringSplitOptions.RemoveEmptyEntries).Select(name => char.ToLowerInvariant(name[0]) + name[1..])];
        var type = context.Definition.Argument("input")!.Type.Named;
        var coordinate = type.Name;
        foreach (var name in path)
        {
            if ((type as InputObjectType)?.Fields.GetValueOrDefault(name) is not { } field) continue;
            coordinate = $"{type.Name}.{name}";
            type = field.Type.Named;
        }

        return new(path, coordinate);
    }
}
