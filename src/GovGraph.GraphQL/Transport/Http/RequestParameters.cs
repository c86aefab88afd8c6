using System.Text.Json;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>The parameters of a request, well formed but not looked into. Holds pooled memory until it is disposed of.</summary>
/// <seealso href="https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters"/>
internal sealed class RequestParameters : IDisposable
{
    public string? Query { get; set; }

    /// <summary>The name of a document that the server knows: <c>id</c> or <c>documentId</c>.</summary>
    public string? Id { get; set; }

    public string? OperationName { get; set; }

    public JsonDocument? Variables { get; set; }

    public JsonDocument? Extensions { get; set; }

    public void Dispose()
    {
        Variables?.Dispose();
        Extensions?.Dispose();
    }
}
