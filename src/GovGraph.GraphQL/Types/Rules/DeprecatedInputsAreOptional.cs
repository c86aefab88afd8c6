using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>What is required is not deprecated: nobody could do without it.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec--deprecated"/>
internal sealed class DeprecatedInputsAreOptional : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document) =>
        from definition in document.InputValueDefinitions
        where definition.Input is { Type: NonNullTypeNode, DefaultValue: null }
        from directive in definition.Input.Directives
        where directive.Name.Value == "deprecated"
        select Error($"Required {definition.Coordinate} cannot be deprecated. Make it nullable or give it a default first.", directive);
}
