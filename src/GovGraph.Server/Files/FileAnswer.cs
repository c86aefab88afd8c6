using GovGraph.Api.Access;
using GovGraph.GraphQL.Transport.Http;
using GovGraph.Storage.Access;
using GovGraph.Storage.Contents;
using Microsoft.Net.Http.Headers;

namespace GovGraph.Server.Files;

/// <summary>How uploads and downloads are answered where there is no GraphQL to say it.</summary>
internal static class FileAnswer
{
    /// <summary>As resumable uploads name them: https://datatracker.ietf.org/doc/draft-ietf-httpbis-resumable-upload/.</summary>
    public const string OffsetHeader = "Upload-Offset";

    public const string LengthHeader = "Upload-Length";

    public const string CompleteHeader = "Upload-Complete";

    /// <summary>What a client of this protocol takes as "go on".</summary>
    private const int ResumeIncomplete = 308;

    public static RequestFault NoSuchFile { get; } = new(
        StatusCodes.Status404NotFound, "FILE_NOT_FOUND", "There is no such file. A file has the path that the field `url` of its evidence gives.");

    public static RequestFault FileMissing(string sha256) => new(
        StatusCodes.Status404NotFound, "FILE_MISSING", $"The content {sha256} of this evidence is not in the store: its plan was taken in without its files.");

    public static RequestFault WrongRange(FileUpload upload) => new(
        StatusCodes.Status400BadRequest, "INVALID_CONTENT_RANGE",
        $"Content-Range must be `bytes first-last/{upload.Size}` with as many bytes as the body has, or `bytes */{upload.Size}` to ask how much has arrived.");

    public static RequestFault TooLarge(FileLimits limits) => new(
        StatusCodes.Status413PayloadTooLarge, "PART_TOO_LARGE",
        $"The body is longer than its Content-Range says, or than the {limits.MaxPartBytes} bytes that one part may have. Send the file in smaller parts.");

    public static RequestFault NotAuthorized(Caller caller, Scope scope) => new(
        StatusCodes.Status403Forbidden, "AUTH_NOT_AUTHORIZED",
        $"The current user is not authorized to access this resource: the key '{caller.Name}' does not have the scope `{scope.Name()}`.");

    public static RequestFault FaultOf(UploadRefusal refusal) => new(StatusOf(refusal.Fault), refusal.Code, refusal.Message);

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

    private static int StatusOf(UploadFault fault) => fault switch
    {
        UploadFault.UploadNotFound => StatusCodes.Status404NotFound,
        UploadFault.PartAhead or UploadFault.PartDiffers => StatusCodes.Status409Conflict,
        UploadFault.PartTooLong => StatusCodes.Status400BadRequest,
        UploadFault.TooManyParts or UploadFault.TooManyUploads => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}
