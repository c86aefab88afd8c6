using GovGraph.GraphQL.Transport.Http;

namespace GovGraph.Server.Security;

/// <summary>Answers a request that is turned away where there is no GraphQL to say it: a status, a header, and the error in the form that GraphQL has.</summary>
internal static class RefusedRequest
{
    public static Task Refuse(this HttpContext http, RequestFault fault)
    {
        http.Response.StatusCode = fault.Status;
        http.Response.Headers.CacheControl = "no-store";
        if (fault.Header is var (name, value)) http.Response.Headers[name] = value;

        var extensions = new Dictionary<string, object?> { ["code"] = fault.Error.Code };
        foreach (var (key, extension) in fault.Error.Extensions) extensions[key] = extension;
        return http.Response.WriteAsJsonAsync(new { errors = new[] { new { message = fault.Error.Message, extensions } } }, http.RequestAborted);
    }
}
