using System.Runtime.CompilerServices;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Costs;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Execution;

/// <summary>The way of a request: parse, validate, compile (once a document), coerce, weigh, execute, write.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Execution"/>
public sealed class RequestExecutor(BoundSchema schema, ExecutionOptions options)
{
    private readonly OperationCache _operations = new(schema, options);
    private readonly CostAnalysis _costs = new(schema, options.Costs);
    private readonly WrittenValues _written = WrittenValues.For(options);

    public BoundSchema Schema => schema;

    /// <summary>Executes a query or mutation. Bad requests are answered with errors; only a caller who goes away is told by an exception.</summary>
    public ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        var (prepared, answer) = Prepare(request, cancellationToken);
        if (prepared is null) return new(answer!);
        if (prepared.Operation.Definition.Operation == OperationType.Subscription)
        {
            return new(Refuse(ResponseKind.StreamNeeded, "A subscription needs a transport that can carry a stream of responses."));
        }

        var execution = new Execution(prepared, request.State, options, _written, cancellationToken);
        return execution.RunAsync(prepared.Selections.Root, prepared.Operation.RootValue(request));
    }

    /// <summary>Executes an operation of any kind: a subscription gives a response for every event, the others give one.</summary>
    public async IAsyncEnumerable<GraphQLResponse> SubscribeAsync(
        GraphQLRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (prepared, answer) = Prepare(request, cancellationToken);
        if (prepared?.Operation.Definition.Operation != OperationType.Subscription)
        {
            yield return answer ?? await ExecuteAsync(request, cancellationToken).ConfigureAwait(false);
            yield break;
        }

        var events = new EventStream(prepared, request.State, options, _written);
        await foreach (var response in events.RunAsync(cancellationToken).ConfigureAwait(false)) yield return response;
    }

    private (PreparedRequest? Prepared, GraphQLResponse? Answer) Prepare(GraphQLRequest request, CancellationToken cancellationToken)
    {
        var (operation, errors) = _operations.Get(request, cancellationToken);
        if (operation is null) return (null, GraphQLResponse.Refuse(ResponseKind.RequestError, errors));
        if (operation.Definition.Operation == OperationType.Mutation && !request.AllowsMutation)
        {
            return (null, Refuse(ResponseKind.OperationNotAllowed, "The specified operation kind is not allowed."));
        }

        (var variables, errors) = CoerceVariableValues.Of(operation.Variables, request.Variables, schema.Inputs, options.Validation.AllowIntrospection);
        if (errors.Count > 0) return (null, GraphQLResponse.Refuse(ResponseKind.RequestError, errors));

        var selections = operation.Select(variables);
        (var cost, errors) = _costs.Of(operation, selections, variables, request.CostReporting);
        if (errors.Count > 0) return (null, GraphQLResponse.Refuse(ResponseKind.RequestError, errors, cost));
        if (request.CostReporting == CostReporting.Validate) return (null, GraphQLResponse.Report(cost!.Value));
        return (new PreparedRequest(operation, variables, selections, cost), null);
    }

    private static GraphQLResponse Refuse(ResponseKind kind, string message) => GraphQLResponse.Refuse(kind, [new GraphQLError(message)]);
}
