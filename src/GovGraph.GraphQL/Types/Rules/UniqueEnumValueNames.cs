using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>An enum and its extensions define each value once.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Enums.Type-Validation"/>
internal sealed class UniqueEnumValueNames : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document) =>
        document.TypeDefinitions.OfType<EnumTypeDefinitionNode>().GroupBy(type => type.Name.Value).SelectMany(type =>
            Duplicates(type.SelectMany(node => node.Values), value => value.Name.Value)
                .Select(pair => Error($"Enum value \"{type.Key}.{pair.Duplicate.Name}\" can only be defined once.", pair.First.Name, pair.Duplicate.Name)));
}
