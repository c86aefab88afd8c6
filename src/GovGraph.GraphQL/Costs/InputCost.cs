using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Costs;

/// <summary>What arguments cost: the weight of each argument and input field that is given, as often as it is given.</summary>
internal static class InputCost
{
    // A list of values to compare with costs its weight once for so many of them.
    private const int ItemsForOneWeight = 10;

    // Conditions that hold nothing are still looked at, once for each object that they are asked of.
    private const int ObjectsForOneWeight = 10;
    private const double ObjectsWeight = 10;

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
            if (field.Argument(argument.Name.Value) is { } definition) cost += OfGiven(definition, argument.Value, evaluation) + OfObjects(Objects(argument.Value));
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
            case InputObjectType input when value is InputObject fields:
                for (var index = 0; index < fields.Count; index++)
                {
                    var (name, field) = fields.At(index);
                    if (field is null) continue;
                    var definition = input.Fields[name];
                    cost += OfGiven(definition, Count(field), Of(field, definition.Type, weights), weights);
                }

                break;
        }

        return Cost.Clamp(cost);
    }

    /// <summary>Of so many input objects, whatever is in them.</summary>
    public static double OfObjects(int objects) => objects / ObjectsForOneWeight * ObjectsWeight;

    /// <summary>How many input objects there are in a coerced value.</summary>
    public static int Objects(object? value)
    {
        var count = 0;
        switch (value)
        {
            case InputObject fields:
                count++;
                for (var index = 0; index < fields.Count; index++) count += Objects(fields.At(index).Value);
                break;
            case object?[] items:
                foreach (var item in items) count += Objects(item);
                break;
        }

        return count;
    }

    private static int Objects(ValueNode literal) => literal switch
    {
        ObjectValueNode map => 1 + map.Fields.Sum(field => Objects(field.Value)),
        ListValueNode list => list.Values.Sum(Objects),
        _ => 0,
    };

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
