using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>A field of an object or interface returns what may go out.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#IsOutputType()"/>
internal sealed class FieldsHaveOutputTypes : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document) =>
        from type in document.OwnTypes
        from field in type.Fields
        where !document[TypeSystemDocument.NamedTypeOf(field.Type)].IsOutputType
        select Error($"The type of {type.Name}.{field.Name} must be an output type but is {field.Type}.", field.Type);
}
