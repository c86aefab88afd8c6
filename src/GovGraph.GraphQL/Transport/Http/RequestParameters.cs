using System.Text.Json;
using GovGraph.GraphQL.Transport.Uploads;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>The parameters of a request, well formed but not looked into.</summary>
/// <seealso href="https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters"/>
internal sealed record RequestParameters
{
    public string? Query { get; set; }

    /// <summary>The name of a document that the server knows: <c>id</c> or <c>documentId</c>.</summary>
    public string? Id { get; set; }

    public string? OperationName { get; set; }

    /// <summary>An object, or undefined.</summary>
    public JsonElement Variables { get; set; }

    /// <summary>An object, or undefined.</summary>
    public JsonElement Extensions { get; set; }

    /// <summary>The files that came with it; null where it is no upload.</summary>
    public UploadedFiles? Files { get; set; }

    /// <summary>Where the operation stands in a batch of requests, and in a batch of variables.</summary>
    public (int? Request, int? Variables) Index { get; set; }
}
