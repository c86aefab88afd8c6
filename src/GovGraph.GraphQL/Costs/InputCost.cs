using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Costs;

/// <summary>What arguments cost: the weight of each argument and input field that is given, as often as it is given.</summary>
internal static class InputCost
{
    // A list of values to compare with costs its weight once for so many of them.
    private const int ItemsForOneWeight = 10;

    public static bool HasVariables(FieldNode node)
    {
        foreach (var argument in node.Arguments)
        {
            if (HasVariables(argument.Value)) return true;
        }

        return false;
    }

    public static double OfArguments(FieldDefinition field, FieldNode node, CostEvaluation evaluation)
    {
        var cost = 0.0;
        foreach (var argument in node.Arguments)
        {
            if (field.Argument(argument.Name.Value) is { } definition) cost += OfGiven(definition, argument.Value, evaluation);
        }

        return Cost.Clamp(cost);
    }

    /// <summary>Of a coerced value, without the weight of what it is given to.</summary>
    public static double Of(object? value, GraphQLType type, SchemaWeights weights)
    {
        var cost = 0.0;
        switch (type.Nullable)
        {
            case ListType { OfType: var itemType } when !itemType.Named.IsLeaf && value is IReadOnlyList<object?> items:
                foreach (var item in items) cost += Of(item, itemType, weights);
                break;
            case InputObjectType input when value is IReadOnlyDictionary<string, object?> fields:
                foreach (var (name, field) in fields)
                {
                    if (field is not null) cost += OfGiven(input.Fields[name], Count(field), Of(field, input.Fields[name].Type, weights), weights);
                }

                break;
        }

        return Cost.Clamp(cost);
    }

    private static double OfGiven(InputValueDefinition definition, ValueNode literal, CostEvaluation evaluation)
    {
        var weights = evaluation.Weights;
        if (literal is NullValueNode) return 0;
        if (literal is not VariableNode { Name.Value: var name })
        {
            return OfGiven(definition, Count(literal), Of(literal, definition.Type, evaluation), weights);
        }

        // What is not given and what is null are no conditions.
        if (!evaluation.Variables.TryGet(name, out var value) || value is null) return 0;
        var cost = OfGiven(definition, Count(value), evaluation.Inside(name, definition.Type), weights);
        return definition.Type.Nullable is InputObjectType ? Math.Max(cost, weights.Of(definition) * weights.FilterVariableMultiplier) : cost;
    }

    private static double OfGiven(InputValueDefinition definition, int items, double inside, SchemaWeights weights)
    {
        var isListOfLeaves = definition.Type.Nullable is ListType && definition.Type.Named.IsLeaf;
        var times = isListOfLeaves ? Math.Max(1, (items + ItemsForOneWeight - 1) / ItemsForOneWeight) : 1;
        return times * weights.Of(definition) + inside;
    }

    private static double Of(ValueNode literal, GraphQLType type, CostEvaluation evaluation)
    {
        var cost = 0.0;
        switch (literal)
        {
            case VariableNode variable:
                return evaluation.Inside(variable.Name.Value, type);
            case ListValueNode list when type.Nullable is ListType { OfType: var itemType } && !itemType.Named.IsLeaf:
                foreach (var item in list.Values) cost += Of(item, itemType, evaluation);
                break;
            case ObjectValueNode fields when type.Named is InputObjectType input:
                foreach (var field in fields.Fields)
                {
                    if (input.Fields.TryGetValue(field.Name.Value, out var definition)) cost += OfGiven(definition, field.Value, evaluation);
                }

                break;
        }

        return Cost.Clamp(cost);
    }

    private static bool HasVariables(ValueNode literal) => literal switch
    {
        VariableNode => true,
        ListValueNode list => list.Values.Any(HasVariables),
        ObjectValueNode map => map.Fields.Any(field => HasVariables(field.Value)),
        _ => false,
    };

    private static int Count(ValueNode literal) => literal is ListValueNode list ? list.Values.Length : 1;

    private static int Count(object value) => value is IReadOnlyList<object?> list ? list.Count : 1;
}
