using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types.Building;

namespace GovGraph.GraphQL.Types.Rules;

/// <summary>Default values and the arguments of directives are values of their types.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Values-of-Correct-Type"/>
internal sealed class ValuesOfCorrectType : TypeSystemRule
{
    public override IEnumerable<GraphQLError> Check(TypeSystemDocument document)
    {
        var defaults = document.InputValueDefinitions
            .Where(definition => definition.Input.DefaultValue is not null)
            .SelectMany(definition => Check(document, definition.Input.Type, definition.Input.DefaultValue!));
        var arguments =
            from directive in document.AppliedDirectives
            from argument in directive.Arguments
            let definition = document.Directives[directive.Name.Value].Arguments.First(defined => defined.Name.Value == argument.Name.Value)
            from error in Check(document, definition.Type, argument.Value)
            select error;
        return defaults.Concat(arguments);
    }

    private static IEnumerable<GraphQLError> Check(TypeSystemDocument document, TypeNode type, ValueNode value) => (type, value) switch
    {
        (NonNullTypeNode, NullValueNode) => [Error($"Expected value of type \"{type}\", found null.", value)],
        (NonNullTypeNode nonNull, _) => Check(document, nonNull.Type, value),
        (_, NullValueNode) => [],
        (ListTypeNode list, ListValueNode values) => values.Values.SelectMany(item => Check(document, list.Type, item)),
        (ListTypeNode list, _) => Check(document, list.Type, value),
        _ => CheckNamed(document, document[(NamedTypeNode)type], value),
    };

    private static IEnumerable<GraphQLError> CheckNamed(TypeSystemDocument document, TypeParts type, ValueNode value) => (type.Definition, value) switch
    {
        (InputObjectTypeDefinitionNode, ObjectValueNode map) => CheckFields(document, type, map),
        (EnumTypeDefinitionNode, EnumValueNode name) when type.Values.Any(defined => defined.Name.Value == name.Value) => [],
        (EnumTypeDefinitionNode, EnumValueNode name) => [Error($"Value \"{name.Value}\" does not exist in \"{type.Name}\" enum.", value)],
        (ScalarTypeDefinitionNode, _) => ScalarCoercion.Of(type.Name).TryCoerceLiteral(value, out var _, out var reason) ? [] : [Error(reason, value)],
        _ => [Error($"Expected value of type \"{type.Name}\", found {Printer.Print(value)}.", value)],
    };

    private static IEnumerable<GraphQLError> CheckFields(TypeSystemDocument document, TypeParts type, ObjectValueNode map)
    {
        foreach (var field in map.Fields)
        {
            var definition = type.InputFields.FirstOrDefault(defined => defined.Name.Value == field.Name.Value);
            var errors = definition is null
                ? [Error($"Field \"{field.Name}\" is not defined by type \"{type.Name}\".", field)]
                : Check(document, definition.Type, field.Value);
            foreach (var error in errors) yield return error;
        }

        foreach (var required in type.InputFields.Where(field => field is { Type: NonNullTypeNode, DefaultValue: null }))
        {
            if (map.Fields.Any(field => field.Name.Value == required.Name.Value)) continue;

            yield return Error($"Field \"{type.Name}.{required.Name}\" of required type \"{required.Type}\" was not provided.", map);
        }

        if (type.IsOneOf && map.Fields is not [{ Value: not NullValueNode }])
        {
            yield return Error($"Exactly one field of OneOf input object \"{type.Name}\" must be given, and not null.", map);
        }
    }
}
