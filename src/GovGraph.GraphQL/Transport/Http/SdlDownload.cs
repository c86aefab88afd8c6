using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>The schema as a file to download, printed once.</summary>
internal sealed class SdlDownload(Func<string> printSchema, TimeProvider time, bool isForAnyone = true)
{
    private readonly Lazy<(byte[] Sdl, string ETag)> _printed = new(() =>
    {
        var sdl = Encoding.UTF8.GetBytes(printSchema());
        return (sdl, $"\"{Convert.ToHexStringLower(SHA256.HashData(sdl)[..16])}\"");
    });

    private readonly string _lastModified = time.GetUtcNow().ToString("R");

    public async Task WriteAsync(HttpContext context)
    {
        var (sdl, etag) = _printed.Value;
        var response = context.Response;
        response.Headers.ETag = etag;
        response.Headers.LastModified = _lastModified;
        response.Headers.CacheControl = $"{(isForAnyone ? "public" : "private")}, must-revalidate, max-age=3600";
        if (EntityTag.IsHeld(context.Request, etag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/graphql; charset=utf-8";
        response.ContentLength = sdl.Length;
        response.Headers.ContentDisposition = "attachment; filename=\"schema.graphql\"";
        if (HttpMethods.IsGet(context.Request.Method)) await response.BodyWriter.WriteAsync(sdl, context.RequestAborted);
    }
}
