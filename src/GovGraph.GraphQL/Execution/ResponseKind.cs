namespace GovGraph.GraphQL.Execution;

/// <summary>How far a request came.</summary>
public enum ResponseKind
{
    /// <summary>It was executed: the response has "data", null or not.</summary>
    Executed,

    /// <summary>It was refused before execution: syntax, validation, operation name, variables, cost.</summary>
    RequestError,

    /// <summary>Its caller has spent what it may spend, for now.</summary>
    OverBudget,

    /// <summary>It asks for a kind of operation that its transport does not allow.</summary>
    OperationNotAllowed,

    /// <summary>It asks for a subscription, and was executed as what gives one response.</summary>
    StreamNeeded,

    /// <summary>Execution was given up: it took too long or the response grew too large.</summary>
    Aborted,
}
