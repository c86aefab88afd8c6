using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Costs;

/// <summary>The cost of one field of a selection set, on one object.</summary>
internal sealed class FieldCost
{
    private readonly FieldWeights _weights;
    private readonly FieldNode _node;
    private readonly SizeExpression? _slicing;
    private readonly SizeExpression? _size;
    private readonly Cost _known;

    /// <param name="weights">What the schema says.</param>
    /// <param name="node">One of the nodes that were merged: they have the same arguments.</param>
    /// <param name="slicing">What the field's own slicing arguments come to; null where it has no @listSize.</param>
    /// <param name="sizeAbove">What those of the field above say of this one's size, if they do.</param>
    /// <param name="inner">What is selected below.</param>
    /// <param name="constants">The evaluation for what is the same in all requests.</param>
    public FieldCost(
        FieldWeights weights, FieldNode node, SizeExpression? slicing, SizeExpression? sizeAbove, SelectionsCost? inner, CostEvaluation constants)
    {
        (_weights, _node, _slicing, Inner) = (weights, node, slicing, inner);
        _size = sizeAbove ?? (weights.IsSliced ? slicing : null);
        if (InputCost.HasVariables(node) || _size is { IsKnown: false } || inner is { IsKnown: false }) return;

        _known = Of(constants);
        IsKnown = true;
    }

    public string ResponseName => _node.ResponseName;

    public SelectionsCost? Inner { get; }

    /// <summary>Whether it is the same in all requests.</summary>
    public bool IsKnown { get; }

    public Cost Of(CostEvaluation evaluation)
    {
        if (IsKnown) return _known;

        _slicing?.Check(evaluation);
        return new Cost(Call(evaluation), 0) + Values(evaluation) * (Inner?.Of(evaluation) ?? new Cost(0, _weights.LeafWeight));
    }

    /// <summary>What calling its resolver once costs, arguments and all.</summary>
    public double Call(CostEvaluation evaluation) => _weights.Weight + InputCost.OfArguments(_weights.Definition, _node, evaluation);

    /// <summary>How many values it gives.</summary>
    public double Values(CostEvaluation evaluation) => _size?.Of(evaluation) ?? _weights.AssumedSize;
}
