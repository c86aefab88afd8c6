using GovGraph.GraphQL.Errors;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>Why a request could not be taken at all: the status of the answer and the error in it.</summary>
internal sealed record RequestFault(int Status, string Code, string Message)
{
    /// <summary>A header that tells the caller what would do, like Allow.</summary>
    public (string Name, string Value)? Header { get; init; }

    public GraphQLError Error => new(Message) { Code = Code };
}
