using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>Fields of a OneOf input object are nullable and have no defaults; @oneOf stands on the definition itself.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects"/>
internal sealed class OneOfFieldsAreNullable : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document)
    {
        foreach (var type in document.OwnTypes.Where(type => type.IsOneOf))
        {
            foreach (var directive in type.Directives.Except(type.Definition.Directives).Where(directive => directive.Name.Value == "oneOf"))
            {
                yield return Error($"@oneOf must stand on the definition of {type.Name}, not on an extension.", directive);
            }

            foreach (var field in type.InputFields)
            {
                if (field.Type is NonNullTypeNode) yield return Error($"OneOf input field {type.Name}.{field.Name} must be nullable.", field.Type);
                if (field.DefaultValue is { } value) yield return Error($"OneOf input field {type.Name}.{field.Name} cannot have a default value.", value);
            }
        }
    }
}
