using System.Buffers;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport.Batching;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>One JSON object, whose media type says what the status means.</summary>
/// <seealso href="https://graphql.github.io/graphql-over-http/draft/#sec-Response"/>
internal sealed class JsonFormat : ResponseFormat
{
    private readonly string _contentType;
    private readonly bool _statusTellsOutcome;

    private JsonFormat(string subtype, bool statusTellsOutcome)
        : base("application", subtype)
    {
        _contentType = $"application/{subtype}; charset=utf-8";
        _statusTellsOutcome = statusTellsOutcome;
    }

    /// <summary>application/json: proxies may have made the status, so it is 200 whenever the body is the server's own.</summary>
    public static JsonFormat Json { get; } = new("json", statusTellsOutcome: false);

    /// <summary>application/graphql-response+json: the status tells whether the operation was executed.</summary>
    public static JsonFormat GraphQLResponse { get; } = new("graphql-response+json", statusTellsOutcome: true);

    public override Task WriteAsync(HttpResponse http, GraphQLResponse response, CancellationToken cancellation)
    {
        if (response.Kind != ResponseKind.OperationNotAllowed)
        {
            return WriteAsync(http, _statusTellsOutcome ? Status(response.Kind) : StatusCodes.Status200OK, response.Body, cancellation);
        }

        http.Headers.Allow = HttpMethods.Post;
        return WriteAsync(http, StatusCodes.Status405MethodNotAllowed, response.Body, cancellation);
    }

    /// <summary>An array in the order of the request.</summary>
    public override async Task WriteBatchAsync(HttpResponse http, Batch batch, CancellationToken cancellation)
    {
        http.ContentType = _contentType;
        var separator = (byte)'[';
        await foreach (var (_, response) in batch.ExecuteAsync())
        {
            using (response)
            {
                http.BodyWriter.Write([separator]);
                await http.BodyWriter.WriteAsync(response.Body, cancellation);
            }

            separator = (byte)',';
        }

        await http.BodyWriter.WriteAsync("]"u8.ToArray(), cancellation);
    }

    public async Task WriteAsync(HttpResponse http, int status, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        http.StatusCode = status;
        http.ContentType = _contentType;
        http.ContentLength = json.Length;
        if (HttpMethods.IsHead(http.HttpContext.Request.Method)) return;
        await http.BodyWriter.WriteAsync(json, cancellation);
    }

    private static int Status(ResponseKind kind) => kind switch
    {
        ResponseKind.Executed => StatusCodes.Status200OK,
        ResponseKind.Aborted => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status400BadRequest,
    };
}
