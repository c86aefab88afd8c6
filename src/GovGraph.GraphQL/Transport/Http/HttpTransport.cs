using GovGraph.GraphQL.Diagnostics;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Transport.Uploads;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>GraphQL over HTTP: one request, one answer.</summary>
/// <seealso href="https://graphql.github.io/graphql-over-http/draft/"/>
internal sealed class HttpTransport(
    Responder responder,
    TransportOptions options,
    ContentTypes contentTypes,
    ResponseFormats formats,
    SdlDownload sdl,
    EngineDiagnostics? diagnostics)
{
    /// <summary>Gives the fault for which nothing was written.</summary>
    public async ValueTask<RequestFault?> AnswerAsync(HttpContext context)
    {
        if (IsPageWanted(context.Request))
        {
            context.Response.Headers.Vary = HeaderNames.Accept;
            await options.IdePage(context);
            return null;
        }

        if (options.Admit is { } admit && await admit(context) is { } refused) return refused;
        var method = context.Request.Method;
        if (HttpMethods.IsPost(method)) return await PostAsync(context);
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method)) return await GetAsync(context);
        return new RequestFault(
            StatusCodes.Status405MethodNotAllowed, ErrorCodes.InvalidRequest, "The method is not allowed: use POST, or GET for queries.")
        {
            Header = (HeaderNames.Allow, "GET, HEAD, POST"),
        };
    }

    private bool IsPageWanted(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !IsSdlWanted(request) && formats.IsPageWanted(request);

    private bool IsSdlWanted(HttpRequest request) => options.ServesSdl && request.Query.ContainsKey("sdl");

    private async ValueTask<RequestFault?> GetAsync(HttpContext context)
    {
        var request = context.Request;
        if (IsSdlWanted(request))
        {
            await sdl.WriteAsync(context);
            return null;
        }

        context.Response.Headers.Vary = HeaderNames.Accept;
        var fault = formats.Choose(request, out var chosen);
        if (fault is not null) return fault;
        fault = QueryStringParser.Parse(request.Query, out var parsed);
        using (parsed)
        {
            return fault ?? await responder.RespondAsync(context, parsed!, chosen, AllowedOperations.Query);
        }
    }

    private async ValueTask<RequestFault?> PostAsync(HttpContext context)
    {
        var isUpload = false;
        var fault = formats.Choose(context.Request, out var chosen) ?? contentTypes.Check(context.Request, out isUpload);
        if (fault is not null) return fault;
        return isUpload ? await UploadAsync(context, chosen) : await PostJsonAsync(context, chosen);
    }

    private async ValueTask<RequestFault?> PostJsonAsync(HttpContext context, ChosenFormats chosen)
    {
        var (body, fault) = await RequestBody.ReadAsync(context, options.MaxBodyBytes);
        if (body is null) return fault;
        using (body)
        {
            fault = Parse(body.Memory, out var parsed);
            using (parsed)
            {
                return fault ?? await responder.RespondAsync(context, parsed!, chosen, AllowedOperations.Mutation);
            }
        }
    }

    private RequestFault? Parse(ReadOnlyMemory<byte> json, out ParsedRequest? parsed)
    {
        using var span = diagnostics?.StartSpan(Spans.ParseHttpRequest);
        return RequestParser.Parse(json, out parsed, options.Batching);
    }

    private async ValueTask<RequestFault?> UploadAsync(HttpContext context, ChosenFormats chosen)
    {
        var (parsed, fault) = await MultipartRequest.ReadAsync(context, options.Uploads, options.MaxBodyBytes, options.Batching);
        using (parsed)
        {
            return fault ?? await responder.RespondAsync(context, parsed!, chosen, AllowedOperations.Mutation);
        }
    }
}
