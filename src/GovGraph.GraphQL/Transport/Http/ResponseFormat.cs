using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport.Batching;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>A media type together with the way a response is written in it.</summary>
internal abstract class ResponseFormat(string type, string subtype) : MediaTypeOffer(type, subtype)
{
    public abstract Task WriteAsync(HttpResponse http, GraphQLResponse response, CancellationToken cancellation);

    /// <summary>Writes each response as it comes: a batch is never held whole.</summary>
    public abstract Task WriteBatchAsync(HttpResponse http, Batch batch, CancellationToken cancellation);
}
