namespace GovGraph.GraphQL.Comparison;

/// <summary>What a change of the schema does to those who use it.</summary>
public enum Impact
{
    /// <summary>Every request means what it meant.</summary>
    Safe,

    /// <summary>Every request is still valid, but may be answered with something its sender does not know.</summary>
    Dangerous,

    /// <summary>Some request that was valid is refused now, or its answer has another shape.</summary>
    Breaking,
}
