using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>Each directive is defined once.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Type-System.Directives"/>
internal sealed class UniqueDirectiveNames : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document) =>
        Duplicates(document.DirectiveDefinitions, directive => directive.Name.Value)
            .Select(pair => Error($"There can be only one directive named \"@{pair.Duplicate.Name}\".", pair.First.Name, pair.Duplicate.Name));
}
