namespace GovGraph.GraphQL.Costs;

/// <summary>Whether a caller wants to be told the cost of its operation: the header <c>GraphQL-Cost</c>.</summary>
public enum CostReporting
{
    None,

    /// <summary>Execute, and tell the cost beside the data.</summary>
    Report,

    /// <summary>Tell the cost and execute nothing.</summary>
    Validate,
}
