using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>Each type is defined once.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema"/>
internal sealed class UniqueTypeNames : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document) =>
        Duplicates(document.TypeDefinitions.Where(type => !type.IsExtension), type => type.Name.Value)
            .Select(pair => Error($"There can be only one type named \"{pair.Duplicate.Name}\".", pair.First.Name, pair.Duplicate.Name));
}
