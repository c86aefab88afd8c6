using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>A type has the fields of its interfaces: same arguments, covariant types.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#IsValidImplementation()"/>
internal sealed class ValidImplementations : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document) =>
        from type in document.OwnTypes
        from implemented in type.Interfaces.Select(name => document[name])
        from implementedField in implemented.Fields
        from error in type.Field(implementedField.Name.Value) is { } field
            ? CheckField(document, type, field, implemented, implementedField)
            : [Missing(type, implemented, implementedField)]
        select error;

    private static GraphQLError Missing(TypeParts type, TypeParts implemented, FieldDefinitionNode field) =>
        Error($"Interface field {implemented.Name}.{field.Name} expected but {type.Name} does not provide it.", field, type.Definition.Name);

    private static IEnumerable<GraphQLError> CheckField(
        TypeSystemDocument document, TypeParts type, FieldDefinitionNode field, TypeParts implemented, FieldDefinitionNode implementedField)
    {
        var name = $"{type.Name}.{field.Name}";
        var implementedName = $"{implemented.Name}.{implementedField.Name}";
        if (!IsValidImplementationFieldType(document, field.Type, implementedField.Type))
        {
            yield return Error(
                $"Interface field {implementedName} expects type {implementedField.Type} but {name} is type {field.Type}.",
                implementedField.Type,
                field.Type);
        }

        if (IsDeprecated(field) && !IsDeprecated(implementedField))
        {
            yield return Error($"Interface field {implementedName} is not deprecated, so {name} must not be deprecated.", implementedField, field);
        }

        foreach (var expected in implementedField.Arguments)
        {
            var coordinate = $"{implementedName}({expected.Name}:)";
            var argument = field.Arguments.FirstOrDefault(argument => argument.Name.Value == expected.Name.Value);
            if (argument is null)
            {
                yield return Error($"Interface field argument {coordinate} expected but {name} does not provide it.", expected, field);
            }
            else if (argument.Type.ToString() != expected.Type.ToString())
            {
                yield return Error(
                    $"Interface field argument {coordinate} expects type {expected.Type} but {name}({expected.Name}:) is type {argument.Type}.",
                    expected.Type,
                    argument.Type);
            }
        }

        foreach (var additional in field.Arguments.Where(argument => argument is { Type: NonNullTypeNode, DefaultValue: null }))
        {
            if (implementedField.Arguments.Any(argument => argument.Name.Value == additional.Name.Value)) continue;

            yield return Error(
                $"Argument {name}({additional.Name}:) must not be required because {implementedName} does not provide it.",
                additional,
                implementedField);
        }
    }

    private static bool IsDeprecated(FieldDefinitionNode field) => field.Directives.Any(directive => directive.Name.Value == "deprecated");

    private static bool IsValidImplementationFieldType(TypeSystemDocument document, TypeNode type, TypeNode implementedType) =>
        (type, implementedType) switch
        {
            (NonNullTypeNode nonNull, NonNullTypeNode implemented) => IsValidImplementationFieldType(document, nonNull.Type, implemented.Type),
            (NonNullTypeNode nonNull, _) => IsValidImplementationFieldType(document, nonNull.Type, implementedType),
            (ListTypeNode list, ListTypeNode implemented) => IsValidImplementationFieldType(document, list.Type, implemented.Type),
            (NamedTypeNode named, NamedTypeNode implemented) => IsSubType(document[named], document[implemented]),
            _ => false,
        };

    private static bool IsSubType(TypeParts type, TypeParts superType) =>
        type.Name == superType.Name
        || (superType.Definition is UnionTypeDefinitionNode && superType.Members.Any(member => member.Name.Value == type.Name))
        || (superType.Definition is InterfaceTypeDefinitionNode && type.Implements(superType.Name));
}
