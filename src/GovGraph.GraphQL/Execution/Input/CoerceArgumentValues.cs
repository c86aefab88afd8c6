using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Execution;

/// <summary>CoerceArgumentValues: the arguments of a field as its resolver sees them.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#CoerceArgumentValues()"/>
internal static class CoerceArgumentValues
{
    /// <summary>The arguments that are the same for every request; null where a variable has a say.</summary>
    public static InputObject? OfLiterals(FieldDefinition field, FieldNode node, InputTypes inputs)
    {
        if (field.Arguments.IsEmpty) return InputObject.Empty;
        foreach (var argument in node.Arguments)
        {
            if (HasVariable(argument.Value)) return null;
        }

        return Of(field, node, inputs, VariableValues.None);
    }

    public static InputObject Of(FieldDefinition field, FieldNode node, InputTypes inputs, VariableValues variables)
    {
        var coerced = new InputObject.Builder(field.Arguments.Length, field.Arguments.Length);
        foreach (var definition in field.Arguments)
        {
            var literal = Argument(node, definition.Name);
            var variable = literal as VariableNode;
            if (literal is null || (variable is not null && !variables.TryGet(variable.Name.Value, out _)))
            {
                if (definition.DefaultValue is not null) coerced.Add(definition.Name, inputs.Default(definition));
                else if (definition.Type.IsNonNull) throw Missing(definition, variable, node);
                continue;
            }

            if (!CoerceLiteral.TryCoerce(literal, definition.Type, inputs, variables, out var value)) throw Invalid(definition, literal, variables);
            coerced.Add(definition.Name, value);
        }

        return coerced.Build();
    }

    private static ValueNode? Argument(FieldNode node, string name)
    {
        foreach (var argument in node.Arguments)
        {
            if (argument.Name.Value == name) return argument.Value;
        }

        return null;
    }

    private static bool HasVariable(ValueNode literal) => literal switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(HasVariable),
        ObjectValueNode map => map.Fields.Any(field => HasVariable(field.Value)),
        _ => false,
    };

    private static GraphQLException Missing(InputValueDefinition definition, VariableNode? variable, FieldNode node) => variable is null
        ? Error($"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was not provided.", node)
        : Error($"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was provided the variable \"${variable.Name}\" which was not provided a runtime value.", variable);

    private static GraphQLException Invalid(InputValueDefinition definition, ValueNode literal, VariableValues variables)
    {
        var isNull = literal is NullValueNode
            || (literal is VariableNode variable && variables.TryGet(variable.Name.Value, out var value) && value is null);
        return isNull
            ? Error($"Argument \"{definition.Name}\" of non-null type \"{definition.Type}\" must not be null.", literal)
            : Error($"Argument \"{definition.Name}\" has invalid value {Printer.Print(literal)}.", literal);
    }

    private static GraphQLException Error(string message, Node node) => new(new GraphQLError(message) { Locations = [node.Location] });
}
