using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport;

/// <summary>Takes well-formed parameters to the engine when there is room for one more execution, whatever transport brought them.</summary>
internal sealed class OperationRunner(Engine engine, TransportOptions options, ExecutionGate gate)
{
    public async ValueTask<Outcome> RunAsync(
        HttpContext context, RequestParameters parameters, AllowedOperations allowed, CancellationToken cancellation)
    {
        if (parameters.Query is null)
        {
            return new Outcome(Fault: new RequestFault(
                StatusCodes.Status400BadRequest, ErrorCodes.QueryMissing, "The request has no `query`: send the text of a GraphQL document in it."));
        }

        var state = new RequestState();
        if (parameters.Files is { } files) state.Set(files);
        options.PrepareState?.Invoke(context, state);
        var request = new GraphQLRequest
        {
            Query = parameters.Query,
            OperationName = parameters.OperationName,
            Variables = parameters.Variables,
            Extensions = parameters.Extensions,
            AllowsMutation = allowed.HasFlag(AllowedOperations.Mutation),
            State = state,
        };
        if (!await gate.TryEnterAsync(cancellation))
        {
            return new Outcome(Fault: new RequestFault(
                StatusCodes.Status503ServiceUnavailable, ErrorCodes.ServerBusy, "The server executes as much as it can: try again in a moment.")
            {
                Header = ("Retry-After", "1"),
            });
        }

        GraphQLResponse response;
        try
        {
            response = await engine.Execute(request, cancellation);
        }
        finally
        {
            gate.Leave();
        }

        if (response.Kind != ResponseKind.StreamNeeded || !allowed.HasFlag(AllowedOperations.Subscription)) return new Outcome(response);
        response.Dispose();
        return new Outcome(Stream: engine.Subscribe(request, cancellation));
    }
}
