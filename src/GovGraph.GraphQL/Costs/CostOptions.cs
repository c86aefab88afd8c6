namespace GovGraph.GraphQL.Costs;

/// <summary>How much an operation may cost, and what counts where the schema does not say.</summary>
public sealed record CostOptions
{
    /// <summary>The most that the fields of an operation may cost: roughly, how often a resolver that does some work is called.</summary>
    public double MaxFieldCost { get; init; } = 10_000;

    /// <summary>The most that the types of an operation may cost: roughly, how many objects the response may have.</summary>
    public double MaxTypeCost { get; init; } = 10_000;

    /// <summary>Where not, costs are reported to those who ask and nothing is refused for them.</summary>
    public bool EnforceCostLimits { get; init; } = true;

    /// <summary>A filter that is a variable as a whole counts as at least so many times the weight of its argument.</summary>
    public double FilterVariableMultiplier { get; init; } = 5;

    /// <summary>How many items a list counts as that the schema says nothing about.</summary>
    public int AssumedListSize { get; init; } = 10;
}
