namespace GovGraph.GraphQL.Transport.Batching;

/// <summary>Whether one request may carry many operations. It is off unless turned on: a batch passes by whatever counts requests.</summary>
public sealed record BatchingOptions
{
    /// <summary>A body that is an array of requests.</summary>
    public bool AllowRequests { get; init; }

    /// <summary><c>variables</c> that are an array of objects: the operation is executed with each of them.</summary>
    public bool AllowVariables { get; init; }

    /// <summary>How many operations one request may come to.</summary>
    public int MaxSize { get; init; } = 1024;
}
