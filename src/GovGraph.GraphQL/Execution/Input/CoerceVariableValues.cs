using System.Collections.Immutable;
using System.Text.Json;
using GovGraph.GraphQL.Errors;

namespace GovGraph.GraphQL.Execution;

/// <summary>CoerceVariableValues: the variables that a request gives, checked against those that its operation declares.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#CoerceVariableValues()"/>
internal static class CoerceVariableValues
{
    private const int MaxErrors = 50;

    /// <summary>The values, or what is wrong with them.</summary>
    public static (VariableValues Values, IReadOnlyList<GraphQLError> Errors) Of(
        ImmutableArray<VariableDefinition> definitions, JsonElement given, InputTypes inputs, bool suggestsNames)
    {
        if (definitions.IsEmpty) return (VariableValues.None, []);
        if (given.ValueKind is not (JsonValueKind.Object or JsonValueKind.Null or JsonValueKind.Undefined))
        {
            return (VariableValues.None, [new GraphQLError("Variables must be provided as an Object where each property is a variable value.")]);
        }

        var values = new VariableValues();
        var errors = new List<GraphQLError>();
        var byName = new Dictionary<string, JsonElement>();
        if (given.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in given.EnumerateObject()) byName[property.Name] = property.Value;
        }

        foreach (var definition in definitions)
        {
            Coerce(definition, byName, inputs, suggestsNames, values, errors);
            if (errors.Count < MaxErrors) continue;
            errors.Add(new GraphQLError("Too many errors processing variables, error limit reached. Execution aborted."));
            break;
        }

        return (values, errors);
    }

    private static void Coerce(
        VariableDefinition definition,
        Dictionary<string, JsonElement> given,
        InputTypes inputs,
        bool suggestsNames,
        VariableValues values,
        List<GraphQLError> errors)
    {
        if (!given.TryGetValue(definition.Name, out var json))
        {
            if (definition.DefaultValue is { } literal) AddDefault();
            else if (definition.Type.IsNonNull) Report($"Variable \"${definition.Name}\" of required type \"{definition.Type}\" was not provided.", ErrorCodes.NonNullViolation);
            return;

            void AddDefault()
            {
                if (CoerceLiteral.TryCoerce(literal, definition.Type, inputs, VariableValues.None, out var value)) values.AddDefault(definition.Name, value, literal);
            }
        }

        if (json.ValueKind == JsonValueKind.Null && definition.Type.IsNonNull)
        {
            Report($"Variable \"${definition.Name}\" of non-null type \"{definition.Type}\" must not be null.", ErrorCodes.NonNullViolation);
            return;
        }

        var coercion = new CoerceJson(definition.Name, inputs, suggestsNames, MaxErrors - errors.Count);
        var coerced = coercion.Coerce(json, definition.Type);
        if (coercion.Faults.Count == 0) values.AddGiven(definition.Name, coerced, json);
        foreach (var fault in coercion.Faults) Report($"Variable \"${definition.Name}\" got invalid value {fault}", ErrorCodes.InvalidType);

        void Report(string message, string code) => errors.Add(new GraphQLError(message)
        {
            Locations = [definition.Location],
            Code = code,
            Extensions = ImmutableDictionary<string, object?>.Empty.Add("variable", definition.Name),
        });
    }
}
