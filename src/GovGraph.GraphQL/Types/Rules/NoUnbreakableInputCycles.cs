using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>An input object can be given a finite value: no cycle of non-null fields leads back to it.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Objects.Circular-References"/>
internal sealed class NoUnbreakableInputCycles : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document)
    {
        var finished = new HashSet<string>();
        return document.OwnTypes.SelectMany(type => Walk(document, type, [], finished));
    }

    /// <summary>Depth first along fields of a non-null input object type; a type that is on the path already closes a cycle.</summary>
    private static IEnumerable<GraphQLError> Walk(
        TypeSystemDocument document, TypeParts type, List<(TypeParts Type, InputValueDefinitionNode Field)> path, HashSet<string> finished)
    {
        if (!finished.Add(type.Name)) yield break;

        foreach (var field in type.InputFields)
        {
            if (field.Type is not NonNullTypeNode { Type: NamedTypeNode next }) continue;

            path.Add((type, field));
            var start = path.FindIndex(step => step.Type.Name == next.Name.Value);
            if (start >= 0)
            {
                var cycle = path[start..];
                var fields = string.Join(", ", cycle.Select(step => $"{step.Type.Name}.{step.Field.Name}"));
                yield return Error($"Input object {next} cannot contain itself through non-null fields: {fields}.", [.. cycle.Select(step => step.Field)]);
            }
            else
            {
                foreach (var error in Walk(document, document[next], path, finished)) yield return error;
            }

            path.RemoveAt(path.Count - 1);
        }
    }
}
