using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport.Batching;
using GovGraph.GraphQL.Transport.Export;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>Executes what was read from a request and writes what came of it in the format chosen.</summary>
internal sealed class Responder(OperationRunner runner, Exporter exporter, TransportOptions options)
{
    public static RequestFault StreamNeeded { get; } = new(
        StatusCodes.Status406NotAcceptable, ErrorCodes.NotAcceptable, "A subscription is answered as `text/event-stream`, or over a WebSocket.");

    private static readonly RequestFault s_rowsOfOne = new(
        StatusCodes.Status406NotAcceptable, ErrorCodes.NotAcceptable, "A batch has no rows to give: ask for one operation at a time, or accept `application/json`.");

    /// <summary>Gives the fault for which nothing was written.</summary>
    public async ValueTask<RequestFault?> RespondAsync(HttpContext context, ParsedRequest request, ChosenFormats chosen, AllowedOperations allowed)
    {
        if (chosen.ForRows is { } rows)
        {
            if (request.IsBatch) return s_rowsOfOne;
            await using var dismissal = new Dismissal(options.Dismissed, context, context.Abort);
            return await exporter.ExportAsync(context, request.Operations[0], rows);
        }

        if (request.IsBatch)
        {
            await using var dismissal = new Dismissal(options.Dismissed, context, context.Abort);
            await chosen.ForOne.WriteBatchAsync(context.Response, new Batch(runner, context, request.Operations), context.RequestAborted);
            return null;
        }

        if (chosen.ForStream is not null) allowed |= AllowedOperations.Subscription;
        var outcome = await runner.RunAsync(context, request.Operations[0], allowed, context.RequestAborted);
        if (outcome.Stream is { } stream)
        {
            await using var dismissal = new Dismissal(options.Dismissed, context, context.Abort);
            await chosen.ForStream!.WriteAsync(context.Response, stream, context.RequestAborted);
            return null;
        }

        if (outcome.Response is not { } response) return outcome.Fault;
        using (response)
        {
            if (response.Kind == ResponseKind.StreamNeeded) return StreamNeeded;
            await chosen.ForOne.WriteAsync(context.Response, response, context.RequestAborted);
            return null;
        }
    }
}
