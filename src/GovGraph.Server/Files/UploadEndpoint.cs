using System.Buffers;
using GovGraph.Api.Files;
using GovGraph.Server.Access;
using GovGraph.Server.Security;
using GovGraph.Storage.Access;
using GovGraph.Storage.Audit;
using GovGraph.Storage.Contents;
using Microsoft.AspNetCore.Http.Features;

namespace GovGraph.Server.Files;

/// <summary>Takes the bytes of an upload, in parts that can be sent again where a line was cut; docs/files.md has the protocol.</summary>
internal sealed class UploadEndpoint(FileUploads uploads, AuditTrail trail, TimeProvider time)
{
    public void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup(FileAddress.Uploads + "/{id}");
        group.MapPut("", (HttpContext http, string id) => Put(http, id));
        group.MapMethods("", [HttpMethods.Get, HttpMethods.Head], (HttpContext http, string id) => Tell(http, id));
        group.MapDelete("", (HttpContext http, string id) => Delete(http, id));
    }

    private async Task Put(HttpContext http, string id)
    {
        if (await Find(http, id) is not { } upload) return;

        if (UploadPart.Read(http.Request.Headers.ContentRange, http.Request.ContentLength, upload.Size) is not { } part)
        {
            await FileAnswer.Refuse(
                http, StatusCodes.Status400BadRequest, "INVALID_CONTENT_RANGE",
                $"Content-Range must be `bytes first-last/{upload.Size}` with as many bytes as the body has, or `bytes */{upload.Size}` to ask how much has arrived.");
            return;
        }

        if (part.Length > uploads.Limits.MaxPartBytes)
        {
            await TooLarge(http);
            return;
        }

        // The server's own limit would end the request without an answer of ours.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        if (!part.IsQuestion)
        {
            if (await Receive(http, upload, part) is not { } received) return;
            upload = received;
        }

        var (finished, refusal) = upload.Received == upload.Size ? await uploads.Finish(upload, http.RequestAborted) : (upload, null);
        if (refusal is not null || finished.IsFinished) Note(http, id, refusal?.Code);
        await (refusal is null ? FileAnswer.Tell(http, finished) : FileAnswer.Refuse(http, refusal));
    }

    /// <summary>Makes durable what comes, piece by piece; null where an answer was given already, or nobody waits for one.</summary>
    private async Task<FileUpload?> Receive(HttpContext http, FileUpload upload, UploadPart part)
    {
        var piece = ArrayPool<byte>.Shared.Rent(FileUploads.PieceLength);
        try
        {
            for (var offset = part.Offset; ;)
            {
                var (count, isEnd, isCut) = await Read(http, piece.AsMemory(0, FileUploads.PieceLength));
                if (offset + count - part.Offset > Math.Min(part.Length ?? long.MaxValue, uploads.Limits.MaxPartBytes))
                {
                    await TooLarge(http);
                    return null;
                }

                if (count > 0)
                {
                    // Also where nobody waits any more: what has arrived need not be sent again.
                    (upload, var refusal) = await uploads.Append(upload, offset, piece.AsMemory(0, count), CancellationToken.None);
                    if (refusal is not null)
                    {
                        Note(http, upload.Id, refusal.Code);
                        FileAnswer.TellProgress(http.Response, upload);
                        await FileAnswer.Refuse(http, refusal);
                        return null;
                    }
                }

                if (isCut) return null;
                if (isEnd) return upload;
                offset += count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    // A piece is full, or the body has ended, or it was cut.
    private static async Task<(int Count, bool IsEnd, bool IsCut)> Read(HttpContext http, Memory<byte> piece)
    {
        var count = 0;
        try
        {
            while (count < piece.Length)
            {
                var read = await http.Request.Body.ReadAsync(piece[count..], http.RequestAborted);
                if (read == 0) return (count, true, false);
                count += read;
            }

            return (count, false, false);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException)
        {
            return (count, false, true);
        }
    }

    private async Task Tell(HttpContext http, string id)
    {
        if (await Find(http, id) is not { } upload) return;

        FileAnswer.TellProgress(http.Response, upload);
        await http.Response.WriteAsJsonAsync(FileAnswer.Shown(upload), http.RequestAborted);
    }

    private async Task Delete(HttpContext http, string id)
    {
        if (await Find(http, id) is not { } upload) return;

        await uploads.Drop(upload, http.RequestAborted);
        Note(http, id, null);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    // Whether there is none or it is another's: nobody is told.
    private async Task<FileUpload?> Find(HttpContext http, string id)
    {
        var caller = Admission.CallerOf(http);
        if (!caller.May(Scope.EvidenceWrite))
        {
            Note(http, id, "AUTH_NOT_AUTHORIZED");
            await FileAnswer.Refuse(
                http, StatusCodes.Status403Forbidden, "AUTH_NOT_AUTHORIZED",
                $"The current user is not authorized to access this resource: the key '{caller.Name}' does not have the scope `{Scope.EvidenceWrite.Name()}`.");
            return null;
        }

        if (await uploads.Find(id, caller.UploadOwner, http.RequestAborted) is { } upload) return upload;

        await FileAnswer.Refuse(http, FileUploads.NotFound(FileUpload.IsId(id) ? id : "…"));
        return null;
    }

    /// <summary>Keeps account of what became of an upload; single parts are not worth a line.</summary>
    private void Note(HttpContext http, string id, string? code)
    {
        var caller = Admission.CallerOf(http);
        trail.Append(new AuditRecord(time.GetUtcNow(), code is null ? AuditOutcome.Applied : AuditOutcome.Refused)
        {
            Who = caller.Name,
            KeyId = caller.KeyId,
            From = RemoteAddress.Of(http),
            Operation = $"{http.Request.Method} {FileAddress.Uploads}",
            Ids = FileUpload.IsId(id) ? [id] : [],
            Codes = code is null ? [] : [code],
        });
    }

    private Task TooLarge(HttpContext http) => FileAnswer.Refuse(
        http, StatusCodes.Status413PayloadTooLarge, "PART_TOO_LARGE",
        $"The body is longer than its Content-Range says, or than the {uploads.Limits.MaxPartBytes} bytes that one part may have. Send the file in smaller parts.");
}
