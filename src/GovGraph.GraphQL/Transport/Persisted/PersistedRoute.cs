using System.Security.Cryptography;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport.Export;
using GovGraph.GraphQL.Transport.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GovGraph.GraphQL.Transport.Persisted;

/// <summary><c>GET …/persisted/ID[/OPERATION]?variables=…</c>: a trusted query with an address of its own, so that caches can hold its answer.</summary>
internal sealed class PersistedRoute(OperationRunner runner, Exporter exporter, ResponseFormats formats, TransportOptions options)
{
    public const string Pattern = "persisted/{id}/{operationName?}";

    /// <summary>Gives the fault for which nothing was written.</summary>
    public async ValueTask<RequestFault?> AnswerAsync(HttpContext context)
    {
        if (options.Admit is { } admit && await admit(context) is { } refused) return refused;
        var method = context.Request.Method;
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
        {
            return new RequestFault(StatusCodes.Status405MethodNotAllowed, ErrorCodes.InvalidRequest, "A persisted operation is asked by GET.")
            {
                Header = (HeaderNames.Allow, "GET, HEAD"),
            };
        }

        context.Response.Headers.Vary = HeaderNames.Accept;
        ParsedRequest? parsed = null;
        var fault = formats.Choose(context.Request, out var chosen) ?? QueryStringParser.Parse(context.Request.Query, out parsed);
        using (parsed)
        {
            return fault ?? await ExecuteAsync(context, parsed!.Operations[0], chosen);
        }
    }

    private async ValueTask<RequestFault?> ExecuteAsync(HttpContext context, RequestParameters parameters, ChosenFormats chosen)
    {
        parameters.Id = (string)context.Request.RouteValues["id"]!;
        parameters.OperationName = (string?)context.Request.RouteValues["operationName"];
        if (chosen.ForRows is { } rows) return await exporter.ExportAsync(context, parameters, rows);
        var outcome = await runner.RunAsync(context, parameters, AllowedOperations.Query, context.RequestAborted);
        if (outcome.Response is not { } response)
        {
            var fault = outcome.Fault!;
            return fault.Error.Code == ErrorCodes.PersistedQueryNotFound ? fault with { Status = StatusCodes.Status404NotFound } : fault;
        }

        using (response)
        {
            if (response.Kind == ResponseKind.StreamNeeded) return Responder.StreamNeeded;
            if (response is { Kind: ResponseKind.Executed, ErrorCount: 0 } && chosen.ForOne is JsonFormat && IsHeld(context, response)) return null;
            await chosen.ForOne.WriteAsync(context.Response, response, context.RequestAborted);
            return null;
        }
    }

    /// <summary>Lets the answer be kept, to be asked after each time; says so if the caller's own is still good.</summary>
    private static bool IsHeld(HttpContext context, GraphQLResponse response)
    {
        var etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(response.Body.Span).AsSpan(0, 16))}\"";
        context.Response.Headers.ETag = etag;
        context.Response.Headers.CacheControl = "no-cache";
        if (!EntityTag.IsHeld(context.Request, etag)) return false;
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
