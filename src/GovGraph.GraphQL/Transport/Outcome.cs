using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport.Http;

namespace GovGraph.GraphQL.Transport;

/// <summary>What became of an operation: one response, many of them, or none because it was not taken. Exactly one is there.</summary>
internal readonly record struct Outcome(
    GraphQLResponse? Response = null, IAsyncEnumerable<GraphQLResponse>? Stream = null, RequestFault? Fault = null);
