namespace GovGraph.GraphQL.Transport;

/// <summary>The kinds of operation that a transport can carry beside queries.</summary>
[Flags]
internal enum AllowedOperations
{
    Query = 0,
    Mutation = 1,
    Subscription = 2,
}
