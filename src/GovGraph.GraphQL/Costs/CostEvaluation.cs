using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Costs;

/// <summary>The costs of one request: what the plan leaves open, with the request's variables.</summary>
internal sealed class CostEvaluation(SchemaWeights weights, VariableValues variables, int openSelections)
{
    private readonly Cost[] _selections = openSelections == 0 ? [] : new Cost[openSelections];
    private Dictionary<(string Variable, GraphQLType Type), double>? _variables;

    public SchemaWeights Weights => weights;

    public VariableValues Variables => variables;

    /// <summary>What is wrong with slicing arguments.</summary>
    public List<GraphQLError> Errors { get; } = [];

    public Cost this[int openSelection]
    {
        get => _selections[openSelection];
        set => _selections[openSelection] = value;
    }

    /// <summary>What is inside a variable, reckoned once however often it is used.</summary>
    public double Inside(string variable, GraphQLType type)
    {
        _variables ??= [];
        if (_variables.TryGetValue((variable, type), out var cost)) return cost;
        variables.TryGet(variable, out var value);
        return _variables[(variable, type)] = Cost.Clamp(InputCost.Of(value, type, weights) + InputCost.OfObjects(InputCost.Objects(value)));
    }
}
