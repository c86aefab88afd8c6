using System.Collections.Immutable;

namespace GovGraph.GraphQL.Execution;

/// <summary>An exception behind a masked error. The caller sees the id alone.</summary>
public sealed record FieldFault(string ErrorId, string Coordinate, ImmutableArray<object> Path, Exception Exception)
{
    /// <summary>What the request carries.</summary>
    public RequestState State { get; init; } = new();
}
