using GovGraph.GraphQL.Diagnostics;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GovGraph.GraphQL.Transport.Http;

/// <summary>Answers what a handler does not: requests that it refuses, bodies that break off, faults that nobody expected.</summary>
internal sealed class FaultBoundary(ResponseFormats formats, ILogger logger, EngineDiagnostics? diagnostics = null)
{
    public RequestDelegate Around(Func<HttpContext, ValueTask<RequestFault?>> answer) => context => InvokeAsync(context, answer);

    private async Task InvokeAsync(HttpContext context, Func<HttpContext, ValueTask<RequestFault?>> answer)
    {
        try
        {
            var fault = await answer(context);
            if (fault is not null) await WriteAsync(context, fault);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone: nobody is left to answer.
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            var isTooLarge = exception.StatusCode == StatusCodes.Status413PayloadTooLarge;
            var code = isTooLarge ? ErrorCodes.RequestTooLarge : ErrorCodes.UnreadableRequest;
            await WriteAsync(context, new RequestFault(exception.StatusCode, code, exception.Message));
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await WriteAsync(context, new RequestFault(StatusCodes.Status500InternalServerError, MaskedError.Of(exception, logger)));
        }
    }

    private async Task WriteAsync(HttpContext context, RequestFault fault)
    {
        diagnostics?.Count(fault.Error);
        if (fault.Header is var (name, value)) context.Response.Headers[name] = value;
        using var response = GraphQLResponse.Refuse(ResponseKind.RequestError, [fault.Error]);
        await formats.ForFault(context.Request).WriteAsync(context.Response, fault.Status, response.Body, context.RequestAborted);
    }
}
