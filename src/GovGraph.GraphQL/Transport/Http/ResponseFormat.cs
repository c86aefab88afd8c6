using GovGraph.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>A media type together with the way a response is written in it.</summary>
internal abstract class ResponseFormat(string type, string subtype) : MediaTypeOffer(type, subtype)
{
    public abstract Task WriteAsync(HttpResponse http, GraphQLResponse response, CancellationToken cancellation);
}
