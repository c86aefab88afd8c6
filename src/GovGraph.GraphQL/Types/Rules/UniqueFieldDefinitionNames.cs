using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>A type and its extensions define each field once.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Objects.Type-Validation"/>
internal sealed class UniqueFieldDefinitionNames : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document) =>
        document.TypeDefinitions.GroupBy(type => type.Name.Value).SelectMany(type =>
            Duplicates(type.SelectMany(FieldNames), name => name.Value)
                .Select(pair => Error($"Field \"{type.Key}.{pair.Duplicate}\" can only be defined once.", pair.First, pair.Duplicate)));

    private static IEnumerable<NameNode> FieldNames(TypeDefinitionNode type) => type switch
    {
        ComplexTypeDefinitionNode complex => complex.Fields.Select(field => field.Name),
        InputObjectTypeDefinitionNode input => input.Fields.Select(field => field.Name),
        _ => [],
    };
}
