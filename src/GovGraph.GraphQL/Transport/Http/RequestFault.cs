using GovGraph.GraphQL.Errors;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>Why a request could not be taken at all: the status of the answer and the error in it.</summary>
public sealed record RequestFault(int Status, GraphQLError Error)
{
    public RequestFault(int status, string code, string message)
        : this(status, new GraphQLError(message) { Code = code })
    {
    }

    /// <summary>A header that tells the caller what would do, like Allow.</summary>
    public (string Name, string Value)? Header { get; init; }
}
