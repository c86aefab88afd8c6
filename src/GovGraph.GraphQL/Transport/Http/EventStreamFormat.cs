using System.Buffers;
using System.IO.Pipelines;
using GovGraph.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>text/event-stream, one connection an operation: an event for each response and one that says there are no more.</summary>
/// <remarks>A stream that ends without that last event was cut off because the server stops: the caller should ask again.</remarks>
/// <seealso href="https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#distinct-connections-mode"/>
internal sealed class EventStreamFormat(TimeSpan keepAlive, TimeProvider time, CancellationToken serverStops) : StreamFormat("text", "event-stream")
{
    public override async Task WriteAsync(HttpResponse http, IAsyncEnumerable<GraphQLResponse> responses, CancellationToken cancellation)
    {
        http.ContentType = "text/event-stream; charset=utf-8";
        http.Headers.CacheControl = "no-cache";
        http.Headers["X-Accel-Buffering"] = "no";
        http.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        if (HttpMethods.IsHead(http.HttpContext.Request.Method)) return;

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, serverStops);
        await http.BodyWriter.FlushAsync(stop.Token);
        try
        {
            await foreach (var response in KeepAlive.WithTicks(responses, keepAlive, time, stop.Token))
            {
                WriteEvent(http.BodyWriter, response);
                response?.Dispose();
                await http.BodyWriter.FlushAsync(stop.Token);
            }
        }
        catch (OperationCanceledException) when (serverStops.IsCancellationRequested)
        {
            return;
        }

        await http.BodyWriter.WriteAsync("event: complete\ndata:\n\n"u8.ToArray(), cancellation);
    }

    private static void WriteEvent(PipeWriter writer, GraphQLResponse? response)
    {
        if (response is null)
        {
            writer.Write(":\n\n"u8);
            return;
        }

        writer.Write("event: next\n"u8);

        // A line break between two tokens is as good JSON as one between two lines of data.
        foreach (var line in response.Body.Span.SplitAny((byte)'\n', (byte)'\r'))
        {
            writer.Write("data: "u8);
            writer.Write(response.Body.Span[line]);
            writer.Write("\n"u8);
        }

        writer.Write("\n"u8);
    }
}
