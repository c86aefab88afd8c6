using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Diagnostics;

/// <summary>A span for each GraphQL request over HTTP, around all that is done for it.</summary>
internal static class HttpSpans
{
    public static RequestDelegate Around(RequestDelegate answer, EngineDiagnostics? diagnostics) => diagnostics is null
        ? answer
        : context => diagnostics.IsTraced ? TraceAsync(context, answer, diagnostics) : answer(context);

    private static async Task TraceAsync(HttpContext context, RequestDelegate answer, EngineDiagnostics diagnostics)
    {
        using var span = diagnostics.StartSpan(NameOf(context.Request.Method));
        await answer(context);
    }

    // Any other method is a word of the caller's.
    private static string NameOf(string method) =>
        HttpMethods.IsPost(method) ? Spans.HttpPost
        : HttpMethods.IsGet(method) ? Spans.HttpGet
        : HttpMethods.IsHead(method) ? Spans.HttpHead
        : Spans.HttpRequest;
}
