using System.Buffers;
using GovGraph.Api.Files;
using GovGraph.GraphQL.Transport.Http;
using GovGraph.Server.Access;
using GovGraph.Server.Security;
using GovGraph.Storage.Access;
using GovGraph.Storage.Audit;
using GovGraph.Storage.Contents;
using Microsoft.AspNetCore.Http.Features;

namespace GovGraph.Server.Files;

/// <summary>Takes the bytes of an upload, in parts that can be sent again where a line was cut; docs/files.md has the protocol.</summary>
internal sealed class UploadEndpoint(FileUploads uploads, CostBudgets budgets, Refusals refusals, AuditTrail trail, TimeProvider time)
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

        var (after, fault, isCut) = await Take(http, upload);
        if (fault is null && !isCut && after.Received == after.Size)
        {
            (after, var refusal) = await uploads.Finish(after, http.RequestAborted);
            fault = refusal is null ? null : FileAnswer.FaultOf(refusal);
        }

        if (fault is not null) Note(http, id, AuditOutcome.Refused, fault.Error.Code);
        else if (after.Received > upload.Received || after.IsFinished != upload.IsFinished) Note(http, id, AuditOutcome.Applied);
        if (!isCut) await (fault is null ? FileAnswer.Tell(http, after) : http.Refuse(fault));
    }

    /// <summary>Takes what a PUT brings; why it was not taken to its end, or that nobody waits for an answer.</summary>
    private async ValueTask<(FileUpload After, RequestFault? Fault, bool IsCut)> Take(HttpContext http, FileUpload upload)
    {
        if (UploadPart.Read(http.Request.Headers.ContentRange, http.Request.ContentLength, upload.Size) is not { } part) return (upload, FileAnswer.WrongRange(upload), false);
        if (part.IsQuestion) return (upload, null, false);
        if (part.Length > uploads.Limits.MaxPartBytes) return (upload, FileAnswer.TooLarge(uploads.Limits), false);

        // The server's own limit would end the request without an answer of ours.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        return await Receive(http, upload, part);
    }

    /// <summary>Makes durable what comes, piece by piece.</summary>
    private async ValueTask<(FileUpload After, RequestFault? Fault, bool IsCut)> Receive(HttpContext http, FileUpload upload, UploadPart part)
    {
        var piece = ArrayPool<byte>.Shared.Rent(FileUploads.PieceLength);
        try
        {
            for (var offset = part.Offset; ;)
            {
                var (count, isEnd, isCut) = await Read(http, piece.AsMemory(0, FileUploads.PieceLength));
                if (offset + count - part.Offset > Math.Min(part.Length ?? long.MaxValue, uploads.Limits.MaxPartBytes)) return (upload, FileAnswer.TooLarge(uploads.Limits), false);

                if (count > 0)
                {
                    // Also where nobody waits any more: what has arrived need not be sent again.
                    (upload, var fault) = await Append(http, upload, offset, piece.AsMemory(0, count));
                    if (fault is not null)
                    {
                        FileAnswer.TellProgress(http.Response, upload);
                        return (upload, fault, isCut);
                    }
                }

                if (isCut || isEnd) return (upload, null, isCut);
                offset += count;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }

    private async ValueTask<(FileUpload After, RequestFault? Fault)> Append(HttpContext http, FileUpload upload, long offset, ReadOnlyMemory<byte> piece)
    {
        if (budgets.Pay(http, CostBudgets.PriceOf(piece.Length)) is { } fault) return (upload, fault);

        (upload, var refusal) = await uploads.Append(upload, offset, piece, CancellationToken.None);
        return (upload, refusal is null ? null : FileAnswer.FaultOf(refusal));
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
        Note(http, id, AuditOutcome.Applied);
        http.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    // Whether there is none or it is another's: nobody is told.
    private async Task<FileUpload?> Find(HttpContext http, string id)
    {
        var caller = Admission.CallerOf(http);
        if (!caller.May(Scope.EvidenceWrite))
        {
            await http.Refuse(FileAnswer.NotAuthorized(caller, Scope.EvidenceWrite));
            return null;
        }

        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if (budgets.Pay(http, isRead ? CostBudgets.Least : CostBudgets.OfChange) is { } fault)
        {
            await http.Refuse(fault);
            return null;
        }

        if (await uploads.Find(id, caller.UploadOwner, http.RequestAborted) is { } upload) return upload;

        refusals.Add(http, StatusCodes.Status404NotFound);
        await http.Refuse(FileAnswer.FaultOf(UploadRefusal.NotFound(FileUpload.IsId(id) ? id : "…")));
        return null;
    }

    private void Note(HttpContext http, string id, AuditOutcome outcome, string? code = null)
    {
        var caller = Admission.CallerOf(http);
        trail.Append(new AuditRecord(time.GetUtcNow(), outcome)
        {
            Who = caller.Name,
            KeyId = caller.KeyId,
            From = RemoteAddress.Of(http),
            Operation = $"{http.Request.Method} {FileAddress.Uploads}",
            Ids = [id],
            Codes = code is null ? [] : [code],
        });
    }
}
