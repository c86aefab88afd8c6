using System.Buffers;
using System.IO.Pipelines;
using GovGraph.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>application/jsonl: a line for each response.</summary>
/// <seealso href="https://jsonlines.org/"/>
internal sealed class JsonLinesFormat(CancellationToken serverStops) : StreamFormat("application", "jsonl")
{
    public override async Task WriteAsync(HttpResponse http, IAsyncEnumerable<GraphQLResponse> responses, CancellationToken cancellation)
    {
        http.ContentType = "application/jsonl; charset=utf-8";
        http.Headers.CacheControl = "no-cache";
        http.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        if (HttpMethods.IsHead(http.HttpContext.Request.Method)) return;

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, serverStops);
        await http.BodyWriter.FlushAsync(stop.Token);
        try
        {
            await foreach (var response in responses.WithCancellation(stop.Token))
            {
                using (response) WriteLine(http.BodyWriter, response);
                await http.BodyWriter.FlushAsync(stop.Token);
            }
        }
        catch (OperationCanceledException) when (serverStops.IsCancellationRequested)
        {
            // A line is whole or not there: the caller may ask again.
        }
    }

    private static void WriteLine(PipeWriter writer, GraphQLResponse response)
    {
        // A line break in JSON stands between two tokens, where nothing need stand.
        foreach (var piece in response.Body.Span.SplitAny((byte)'\n', (byte)'\r')) writer.Write(response.Body.Span[piece]);
        writer.Write("\n"u8);
    }
}
