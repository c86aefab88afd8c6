using System.Collections.Immutable;

namespace GovGraph.GraphQL.Costs;

/// <summary>The cost of all that is selected on one value: that of the costliest type it may have.</summary>
internal sealed class SelectionsCost
{
    private readonly int _index;
    private readonly Cost _known;

    /// <summary>Takes the next of the open indexes where it is not the same in all requests.</summary>
    public SelectionsCost(ImmutableArray<ObjectCost> types, CostEvaluation constants, ref int nextIndex)
    {
        Types = types;
        IsKnown = types.All(type => type.IsKnown);
        if (IsKnown) _known = Reckon(constants);
        else _index = nextIndex++;
    }

    /// <summary>One for each object type that the value may have.</summary>
    public ImmutableArray<ObjectCost> Types { get; }

    /// <summary>Whether it is the same in all requests.</summary>
    public bool IsKnown { get; }

    public Cost Of(CostEvaluation evaluation) => IsKnown ? _known : evaluation[_index];

    /// <summary>Reckons what variables have a say in. What is selected below must have been reckoned before.</summary>
    public void Evaluate(CostEvaluation evaluation) => evaluation[_index] = Reckon(evaluation);

    private Cost Reckon(CostEvaluation evaluation)
    {
        var costliest = default(Cost);
        foreach (var type in Types) costliest = Cost.Max(costliest, type.Of(evaluation));
        return costliest;
    }
}

/// <summary>The cost of an object of one type.</summary>
internal sealed class ObjectCost
{
    private readonly FieldCost[] _open;
    private readonly Cost _known;

    public ObjectCost(double weight, ImmutableArray<FieldCost> fields, CostEvaluation constants)
    {
        (Weight, Fields) = (weight, fields);
        _known = new Cost(0, weight);
        foreach (var field in fields)
        {
            if (field.IsKnown) _known += field.Of(constants);
        }

        _open = [.. fields.Where(field => !field.IsKnown)];
    }

    /// <summary>Of the type itself.</summary>
    public double Weight { get; }

    public ImmutableArray<FieldCost> Fields { get; }

    public bool IsKnown => _open.Length == 0;

    public Cost Of(CostEvaluation evaluation)
    {
        var cost = _known;
        foreach (var field in _open) cost += field.Of(evaluation);
        return cost;
    }
}
