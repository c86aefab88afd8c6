using System.Buffers;
using System.IO.Pipelines;
using System.Text.Unicode;
using GovGraph.GraphQL.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>The whole body of a request in one piece: the server's own buffer where it is one already, else a pooled copy.</summary>
internal sealed class RequestBody : IDisposable
{
    private readonly PipeReader _reader;
    private readonly SequencePosition _end;
    private byte[]? _copy;

    private RequestBody(PipeReader reader, ReadOnlySequence<byte> body)
    {
        _reader = reader;
        _end = body.End;
        if (body.IsSingleSegment)
        {
            Memory = body.First;
            return;
        }

        _copy = ArrayPool<byte>.Shared.Rent((int)body.Length);
        body.CopyTo(_copy);
        Memory = _copy.AsMemory(0, (int)body.Length);
    }

    public ReadOnlyMemory<byte> Memory { get; }

    /// <summary>Reads to the end of the body, or only so far as to know that it is too large.</summary>
    public static async ValueTask<(RequestBody? Body, RequestFault? Fault)> ReadAsync(HttpContext context, int maxBytes)
    {
        var request = context.Request;
        if (request.ContentLength > maxBytes) return (null, TooLarge(maxBytes));

        // The server's own limit would end the request without an answer in GraphQL's form: this one stands before it.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } serverLimit) serverLimit.MaxRequestBodySize = null;

        var reader = request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.Buffer.Length > maxBytes)
            {
                reader.AdvanceTo(read.Buffer.End);
                return (null, TooLarge(maxBytes));
            }

            if (!read.IsCompleted)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var body = new RequestBody(reader, read.Buffer);
            if (Utf8.IsValid(body.Memory.Span)) return (body, null);

            body.Dispose();
            return (null, new RequestFault(StatusCodes.Status400BadRequest, ErrorCodes.UnreadableRequest, "Invalid JSON document: the body is not UTF-8."));
        }
    }

    public void Dispose()
    {
        _reader.AdvanceTo(_end);
        if (Interlocked.Exchange(ref _copy, null) is { } copy) ArrayPool<byte>.Shared.Return(copy);
    }

    private static RequestFault TooLarge(int maxBytes) => new(
        StatusCodes.Status413PayloadTooLarge, ErrorCodes.RequestTooLarge, $"The body is larger than the {maxBytes} bytes allowed.");
}
