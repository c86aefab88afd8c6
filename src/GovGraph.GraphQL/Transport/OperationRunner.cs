using System.Globalization;
using GovGraph.GraphQL.Costs;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport.Http;
using GovGraph.GraphQL.Transport.Persisted;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport;

/// <summary>Takes well-formed parameters to the engine when there is room for one more execution, whatever transport brought them.</summary>
internal sealed class OperationRunner(
    Engine engine, TransportOptions options, ExecutionGate gate, DocumentFinder documents, AutomaticDocuments automatic)
{
    private static readonly RequestFault s_busy = new(
        StatusCodes.Status503ServiceUnavailable, ErrorCodes.ServerBusy, "The server executes as much as it can: try again in a moment.")
    {
        Header = ("Retry-After", "1"),
    };

    public ValueTask<Outcome> RunAsync(
        HttpContext context, RequestParameters parameters, AllowedOperations allowed, CancellationToken cancellation) =>
        Find(parameters, out var found) is { } fault
            ? new(new Outcome(Fault: fault))
            : RunAsync(context, found, parameters, allowed, cancellation);

    /// <summary>Gives the document of a request, or the fault that there is none.</summary>
    public RequestFault? Find(RequestParameters parameters, out FoundDocument found)
    {
        var fault = documents.Find(parameters, out var document, out var hashToKeep);
        found = new FoundDocument(document!, hashToKeep);
        return fault;
    }

    /// <summary>Runs a document that was found before, whatever the parameters name.</summary>
    public async ValueTask<Outcome> RunAsync(
        HttpContext context, FoundDocument found, RequestParameters parameters, AllowedOperations allowed, CancellationToken cancellation)
    {
        var fault = CostHeader.Read(context.Request, out var costReporting);
        if (fault is not null) return new Outcome(Fault: fault);

        var (spend, overspent) = (options.Budget?.Invoke(context), (Overspending?)null);
        var request = new GraphQLRequest
        {
            Query = found.Document,
            DocumentId = parameters.Id,
            OperationName = parameters.OperationName,
            Variables = parameters.Variables,
            Extensions = parameters.Extensions,
            CostReporting = costReporting,
            Spend = spend is null ? null : cost => overspent = spend(cost),
            AllowsMutation = allowed.HasFlag(AllowedOperations.Mutation),
            State = State(context, parameters),
        };
        if (!await gate.TryEnterAsync(cancellation)) return new Outcome(Fault: s_busy);
        GraphQLResponse response;
        try
        {
            response = await engine.Execute(request, cancellation);
            if (response.OpenStream is { } open && allowed.HasFlag(AllowedOperations.Subscription))
            {
                response.Dispose();

                // Opened before the caller is told anything, so that what the caller does next is not missed.
                return new Outcome(Stream: await open(cancellation));
            }
        }
        finally
        {
            gate.Leave();
        }

        if (response.Kind == ResponseKind.OverBudget) return new Outcome(Fault: TooMuch(response, overspent!));

        // What is not valid is not worth keeping.
        return new Outcome(found.HashToKeep is not null && response.Kind == ResponseKind.Executed
            ? automatic.Keep(found.HashToKeep, found.Document).AddTo(response)
            : response);
    }

    /// <summary>The response where one must be, to an operation that was not taken on.</summary>
    public GraphQLResponse Refuse(GraphQLError fault)
    {
        engine.Diagnostics?.Count(fault);
        return GraphQLResponse.Refuse(ResponseKind.RequestError, [fault]);
    }

    private static RequestFault TooMuch(GraphQLResponse response, Overspending overspent)
    {
        using (response)
        {
            return new RequestFault(StatusCodes.Status429TooManyRequests, response.Errors[0])
            {
                Header = ("Retry-After", overspent.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture)),
            };
        }
    }

    private RequestState State(HttpContext context, RequestParameters parameters)
    {
        var state = new RequestState();
        if (parameters.Files is { } files) state.Set(files);
        options.PrepareState?.Invoke(context, state);
        return state;
    }
}
