using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>A type has fields, members or values, at least one.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Types"/>
internal sealed class TypesAreNotEmpty : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document)
    {
        foreach (var type in document.OwnTypes)
        {
            var missing = type.Definition switch
            {
                ComplexTypeDefinitionNode when type.Fields.IsEmpty => "fields",
                InputObjectTypeDefinitionNode when type.InputFields.IsEmpty => "fields",
                UnionTypeDefinitionNode when type.Members.IsEmpty => "member types",
                EnumTypeDefinitionNode when type.Values.IsEmpty => "values",
                _ => null,
            };
            if (missing is not null) yield return Error($"Type {type.Name} must define one or more {missing}.", type.Definition.Name);
        }
    }
}
