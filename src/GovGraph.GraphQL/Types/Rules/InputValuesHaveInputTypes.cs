using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>An argument or input field takes what may come in.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#IsInputType()"/>
internal sealed class InputValuesHaveInputTypes : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document) =>
        from definition in document.InputValueDefinitions
        where !document[TypeSystemDocument.NamedTypeOf(definition.Input.Type)].IsInputType
        select Error($"The type of {definition.Coordinate} must be an input type but is {definition.Input.Type}.", definition.Input.Type);
}
