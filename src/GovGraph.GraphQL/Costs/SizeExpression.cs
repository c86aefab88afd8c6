using System.Globalization;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Costs;

/// <summary>How many items @listSize and the arguments of a field come to.</summary>
internal sealed class SizeExpression(FieldWeights field, ListSizeRule rule, FieldNode node)
{
    /// <summary>Whether it is the same in all requests.</summary>
    public bool IsKnown { get; } = !InputCost.HasVariables(node);

    public double Of(CostEvaluation evaluation)
    {
        double? size = null;
        foreach (var name in rule.SlicingArguments)
        {
            if (Given(name, evaluation) is { } given) size = Math.Max(size ?? 0, given);
        }

        return Cost.Clamp(size ?? rule.SlicingArgumentDefaultValue ?? rule.AssumedSize ?? field.AssumedSize);
    }

    /// <summary>Reports where not exactly one slicing argument is given and the schema wants it so.</summary>
    public void Check(CostEvaluation evaluation)
    {
        if (!rule.RequiresOneSlicingArgument || rule.SlicingArguments.Count(name => Given(name, evaluation) is not null) == 1) return;

        // Once, though the field may be reckoned for many types.
        if (evaluation.Errors.Any(error => error.Locations[0] == node.Location)) return;

        evaluation.Errors.Add(new GraphQLError("Exactly one slicing argument must be defined.")
        {
            Locations = [node.Location],
            Code = ErrorCodes.OneSlicingArgumentNeeded,
        });
    }

    /// <summary>A number, or the length of a list; null where the argument is not given.</summary>
    private double? Given(string name, CostEvaluation evaluation)
    {
        var definition = field.Definition.Argument(name);
        var literal = node.Arguments.FirstOrDefault(argument => argument.Name.Value == name)?.Value;
        if (literal is VariableNode { Name.Value: var variable })
        {
            if (evaluation.Variables.TryGet(variable, out var value))
            {
                return value switch
                {
                    null => null,
                    IReadOnlyList<object?> list => list.Count,
                    IConvertible number and not string => number.ToDouble(CultureInfo.InvariantCulture),
                    _ => 1,
                };
            }

            literal = null;
        }

        return (literal ?? definition?.DefaultValue) switch
        {
            null or NullValueNode => null,
            IntValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
            ListValueNode list => list.Values.Length,
            _ => 1,
        };
    }
}
