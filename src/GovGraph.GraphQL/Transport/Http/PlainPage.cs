using System.Text;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>What a browser gets where no IDE is set: what the endpoint is and how to query it. Runs no script.</summary>
internal static class PlainPage
{
    private static readonly byte[] s_html = Encoding.UTF8.GetBytes("""
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>GraphQL endpoint</title>
        <style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem } pre { background: #f2f2f2; padding: 1rem; overflow: auto }</style>
        <h1>GraphQL endpoint</h1>
        <p>This address answers GraphQL requests. Send one as JSON by POST:</p>
        <pre>curl -H 'Content-Type: application/json' \
             --data '{"query":"{ __typename }"}' \
             THIS-ADDRESS</pre>
        <p>A query may also be sent by GET: <a href="?query=%7B__typename%7D">?query={__typename}</a>
        with <code>Accept: application/json</code>. The schema, where it is public: <a href="?sdl">?sdl</a>.</p>
        </html>
        """);

    public static async Task WriteAsync(HttpContext context)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = s_html.Length;
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";
        if (HttpMethods.IsGet(context.Request.Method)) await context.Response.BodyWriter.WriteAsync(s_html, context.RequestAborted);
    }
}
