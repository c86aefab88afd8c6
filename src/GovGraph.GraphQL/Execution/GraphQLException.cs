using GovGraph.GraphQL.Errors;

namespace GovGraph.GraphQL.Execution;

/// <summary>Thrown by a resolver to fail its field with an error that the caller may read. Any other exception is masked.</summary>
public sealed class GraphQLException(GraphQLError error) : Exception(error.Message)
{
    public GraphQLError Error { get; } = error;
}
