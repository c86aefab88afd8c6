using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Transport.Batching;
using GovGraph.GraphQL.Transport.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GovGraph.GraphQL.Transport.Uploads;

/// <summary>Reads a form of <c>operations</c>, <c>map</c> and files. Large files wait on the disk, and are gone with the request.</summary>
/// <seealso href="https://github.com/jaydenseric/graphql-multipart-request-spec"/>
internal static class MultipartRequest
{
    private const string Preflight = "GraphQL-Preflight";

    /// <summary>Gives what was read, or the fault that makes it unreadable.</summary>
    public static async ValueTask<(ParsedRequest? Request, RequestFault? Fault)> ReadAsync(
        HttpContext context, UploadOptions options, int maxFieldBytes, BatchingOptions batching)
    {
        // A form can be sent by any page without the browser asking first; a header of our own cannot.
        if (string.IsNullOrEmpty(context.Request.Headers[Preflight]))
        {
            return (null, Fault(ErrorCodes.PreflightMissing, $"A multipart request must have the header `{Preflight}: 1`."));
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = options.MaxBodyBytes;
        var (form, fault) = await ReadFormAsync(context, options, maxFieldBytes);
        if (form is null) return (null, fault);
        if (form["operations"] is not [{ Length: > 0 } operations]) return (null, Fault(ErrorCodes.OperationsMissing, "No 'operations' specified."));
        if (form["map"] is not [{ Length: > 0 } map]) return (null, Fault(ErrorCodes.FileMapMissing, "No 'map' specified."));

        var files = new UploadedFiles(form.Files);
        fault = FileMap.Apply(operations, map, files, out var json);
        if (fault is not null) return (null, fault);
        fault = RequestParser.Parse(json, out var request, batching);
        foreach (var operation in request?.Operations ?? []) operation.Files = files;
        return (request, fault);
    }

    private static async ValueTask<(IFormCollection? Form, RequestFault? Fault)> ReadFormAsync(HttpContext context, UploadOptions options, int maxFieldBytes)
    {
        var limits = new FormOptions
        {
            // Both fields and one file too many, so that it is ours to say that it is.
            ValueCountLimit = options.MaxFiles + 3,
            ValueLengthLimit = maxFieldBytes,
            MultipartBodyLengthLimit = long.MaxValue,
        };
        try
        {
            var form = await new FormFeature(context.Request, limits).ReadFormAsync(context.RequestAborted);
            if (form.Files.Count > options.MaxFiles)
            {
                return (null, Fault(ErrorCodes.InvalidForm, $"A request may have {options.MaxFiles} files."));
            }

            return form.Files.FirstOrDefault(file => file.Length > options.MaxFileBytes) is { } large
                ? (null, new RequestFault(
                    StatusCodes.Status413PayloadTooLarge, ErrorCodes.RequestTooLarge, $"The file '{large.Name}' is larger than the {options.MaxFileBytes} bytes allowed."))
                : (form, null);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return (null, Fault(ErrorCodes.InvalidForm, $"The multipart form could not be read: {exception.Message}"));
        }
    }

    private static RequestFault Fault(string code, string message) => new(StatusCodes.Status400BadRequest, code, message);
}
