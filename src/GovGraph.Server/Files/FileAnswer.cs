using GovGraph.Storage.Contents;
using Microsoft.Net.Http.Headers;

namespace GovGraph.Server.Files;

/// <summary>How uploads and downloads are answered where there is no GraphQL to say it: a status, headers, and errors in the form that GraphQL has.</summary>
internal static class FileAnswer
{
    /// <summary>As resumable uploads name them: https://datatracker.ietf.org/doc/draft-ietf-httpbis-resumable-upload/.</summary>
    public const string OffsetHeader = "Upload-Offset";

    public const string LengthHeader = "Upload-Length";

    public const string CompleteHeader = "Upload-Complete";

    /// <summary>What a client of this protocol takes as "go on".</summary>
    private const int ResumeIncomplete = 308;

    /// <summary>Tells how far an upload has come.</summary>
    public static Task Tell(HttpContext http, FileUpload upload)
    {
        TellProgress(http.Response, upload);
        if (upload.IsFinished) return http.Response.WriteAsJsonAsync(Shown(upload), http.RequestAborted);

        http.Response.StatusCode = ResumeIncomplete;
        http.Response.ContentLength = 0;
        return Task.CompletedTask;
    }

    public static object Shown(FileUpload upload) => new
    {
        id = upload.Id,
        name = upload.Name,
        size = upload.Size,
        sha256 = upload.Sha256,
        received = upload.Received,
        mediaType = upload.MediaType,
        expiresAt = upload.ExpiresAt,
    };

    public static void TellProgress(HttpResponse response, FileUpload upload)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers[OffsetHeader] = $"{upload.Received}";
        response.Headers[LengthHeader] = $"{upload.Size}";
        response.Headers[CompleteHeader] = upload.IsFinished ? "?1" : "?0";
        if (upload.Received > 0) response.Headers[HeaderNames.Range] = $"bytes=0-{upload.Received - 1}";
    }

    public static Task Refuse(HttpContext http, UploadRefusal refusal) => Refuse(http, StatusOf(refusal.Fault), refusal.Code, refusal.Message);

    public static Task Refuse(HttpContext http, int status, string code, string message)
    {
        http.Response.StatusCode = status;
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsJsonAsync(new { errors = new[] { new { message, extensions = new { code } } } }, http.RequestAborted);
    }

    private static int StatusOf(UploadFault fault) => fault switch
    {
        UploadFault.UploadNotFound => StatusCodes.Status404NotFound,
        UploadFault.PartAhead or UploadFault.PartDiffers => StatusCodes.Status409Conflict,
        UploadFault.PartTooLong => StatusCodes.Status400BadRequest,
        UploadFault.TooManyParts or UploadFault.TooManyUploads => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
