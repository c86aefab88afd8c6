using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Execution;

/// <summary>Input coercion of a value written in a document. Validation has explained what is wrong with literals; here it is a plain no, left to variables.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Input-Values"/>
internal static class CoerceLiteral
{
    public static bool TryCoerce(ValueNode literal, GraphQLType type, InputTypes inputs, VariableValues variables, out object? value)
    {
        value = null;
        if (literal is VariableNode variable) return variables.TryGet(variable.Name.Value, out value) && (value is not null || !type.IsNonNull);
        if (literal is NullValueNode) return !type.IsNonNull;

        switch (type.Nullable)
        {
            case ListType list:
                return TryCoerceList(literal, list, inputs, variables, out value);
            case InputObjectType inputObject:
                return TryCoerceObject(literal, inputObject, inputs, variables, out value);
            case EnumType enumType:
                if (literal is not EnumValueNode name || !enumType.Values.ContainsKey(name.Value)) return false;
                value = inputs.EnumValue(enumType, name.Value);
                return true;
            case ScalarType scalar:
                return SubstituteVariables.In(literal, variables) is { } constant && scalar.Coercion.TryCoerceLiteral(constant, out value, out _);
            default:
                return false;
        }
    }

    private static bool TryCoerceList(ValueNode literal, ListType type, InputTypes inputs, VariableValues variables, out object? value)
    {
        value = null;
        if (literal is not ListValueNode list)
        {
            // A single value stands for a list of one.
            if (!TryCoerce(literal, type.OfType, inputs, variables, out var single)) return false;
            value = new[] { single };
            return true;
        }

        var items = new object?[list.Values.Length];
        for (var index = 0; index < items.Length; index++)
        {
            if (IsAbsent(list.Values[index], variables))
            {
                if (type.OfType.IsNonNull) return false;
                continue;
            }

            if (!TryCoerce(list.Values[index], type.OfType, inputs, variables, out items[index])) return false;
        }

        value = items;
        return true;
    }

    private static bool TryCoerceObject(ValueNode literal, InputObjectType type, InputTypes inputs, VariableValues variables, out object? value)
    {
        value = null;
        if (literal is not ObjectValueNode fields) return false;
        var coerced = new InputObject.Builder(fields.Fields.Length, type.FieldsInOrder.Length);
        foreach (var given in fields.Fields)
        {
            if (!type.Fields.TryGetValue(given.Name.Value, out var definition) || IsAbsent(given.Value, variables)) continue;
            if (!TryCoerce(given.Value, definition.Type, inputs, variables, out var field)) return false;
            coerced.Add(definition.Name, field);
        }

        foreach (var definition in type.FieldsInOrder)
        {
            if (coerced.Contains(definition.Name)) continue;
            if (definition.DefaultValue is not null) coerced.Add(definition.Name, inputs.Default(definition));
            else if (definition.Type.IsNonNull) return false;
        }

        var result = coerced.Build();
        if (type.IsOneOf && (result.Count != 1 || fields.Fields.Length != 1 || result.Values.First() is null)) return false;
        value = result;
        return true;
    }

    private static bool IsAbsent(ValueNode literal, VariableValues variables) =>
        literal is VariableNode variable && !variables.TryGet(variable.Name.Value, out _);
}
