using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport.Batching;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>A media type in which one answer can carry many responses, each sent when it comes.</summary>
internal abstract class StreamFormat(string type, string subtype) : ResponseFormat(type, subtype)
{
    /// <summary>Writes until the stream ends, the caller leaves or the server stops.</summary>
    public abstract Task WriteAsync(HttpResponse http, IAsyncEnumerable<GraphQLResponse> responses, CancellationToken cancellation);

    public sealed override Task WriteAsync(HttpResponse http, GraphQLResponse response, CancellationToken cancellation) =>
        WriteAsync(http, new[] { response }.ToAsyncEnumerable(), cancellation);

    /// <summary>A line or event for each, which says where in the batch it belongs.</summary>
    public sealed override Task WriteBatchAsync(HttpResponse http, Batch batch, CancellationToken cancellation) =>
        WriteAsync(http, batch.ExecuteWithIndexAsync(), cancellation);
}
