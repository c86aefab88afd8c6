using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>A document defines the schema once.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Schema"/>
internal sealed class LoneSchemaDefinition : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document) =>
        document.Schemas.Where(schema => !schema.IsExtension).Skip(1).Select(schema => Error("There must be only one schema definition.", schema));
}
