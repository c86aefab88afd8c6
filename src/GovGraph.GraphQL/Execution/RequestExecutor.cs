using System.Runtime.CompilerServices;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Costs;
using GovGraph.GraphQL.Diagnostics;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Execution;

/// <summary>The way of a request: parse, validate, compile (once a document), coerce, weigh, execute, write.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Execution"/>
public sealed class RequestExecutor
{
    private readonly ExecutionOptions _options;
    private readonly OperationCache _operations;
    private readonly CostAnalysis _costs;
    private readonly WrittenValues _written;

    public RequestExecutor(BoundSchema schema, ExecutionOptions options)
    {
        Schema = schema;
        _options = options;
        _operations = new OperationCache(schema, options);
        _costs = new CostAnalysis(schema, options.Costs);
        _written = WrittenValues.For(options);
        Diagnostics?.Watch(_operations);
    }

    public BoundSchema Schema { get; }

    internal EngineDiagnostics? Diagnostics => _options.Diagnostics;

    /// <summary>Executes a query or mutation. Bad requests are answered with errors; only a caller who goes away is told by an exception.</summary>
    public ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default) =>
        Diagnostics is { IsObserved: true } diagnostics
            ? ExecuteObservedAsync(diagnostics, request, cancellationToken)
            : ExecuteAsync(request, observed: null, cancellationToken);

    /// <summary>Executes an operation of any kind: a subscription gives a response for every event, the others give one.</summary>
    public async IAsyncEnumerable<GraphQLResponse> SubscribeAsync(
        GraphQLRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var responses = await OpenAsync(request, cancellationToken).ConfigureAwait(false);
        await foreach (var response in responses.WithCancellation(cancellationToken).ConfigureAwait(false)) yield return response;
    }

    /// <summary>The same; what happens to the source of a subscription once this has returned is not missed.</summary>
    public async ValueTask<IAsyncEnumerable<GraphQLResponse>> OpenAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        var response = await ExecuteAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.OpenStream is not { } open) return new[] { response }.ToAsyncEnumerable();

        response.Dispose();
        return await open(cancellationToken).ConfigureAwait(false);
    }

    private GraphQLResponse NeedStream(PreparedRequest prepared, GraphQLRequest request) =>
        GraphQLResponse.NeedStream(cancellation => OpenAsync(prepared, request, cancellation));

    private async ValueTask<IAsyncEnumerable<GraphQLResponse>> OpenAsync(PreparedRequest prepared, GraphQLRequest request, CancellationToken cancellationToken)
    {
        var events = new EventStream(prepared, request, _options, _written, cancellationToken);
        await events.OpenAsync().ConfigureAwait(false);
        return Counted(events, cancellationToken);
    }

    private async IAsyncEnumerable<GraphQLResponse> Counted(EventStream events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var open = Diagnostics?.OpenSubscription();
        using var opened = events;
        await foreach (var response in events.RunAsync(cancellationToken).ConfigureAwait(false)) yield return response;
    }

    private async ValueTask<GraphQLResponse> ExecuteObservedAsync(
        EngineDiagnostics diagnostics, GraphQLRequest request, CancellationToken cancellationToken)
    {
        using var observed = diagnostics.Observe(request, "request");
        var response = await ExecuteAsync(request, observed, cancellationToken).ConfigureAwait(false);
        observed.Answered(response);
        return response;
    }

    private ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, ObservedOperation? observed, CancellationToken cancellationToken)
    {
        var (prepared, answer) = Prepare(request, observed, cancellationToken);
        if (prepared is null)
        {
            Budget.TakeLeast(request);
            return new(answer!);
        }

        if (Budget.Take(request, prepared.Cost) is { } refusal) return new(refusal);
        if (prepared.Operation.Definition.Operation == OperationType.Subscription) return new(NeedStream(prepared, request));

        var execution = new Execution(prepared, request.State, _options, _written, cancellationToken);
        return execution.RunAsync(prepared.Selections.Root, prepared.Operation.RootValue(request));
    }

    private (PreparedRequest? Prepared, GraphQLResponse? Answer) Prepare(
        GraphQLRequest request, ObservedOperation? observed, CancellationToken cancellationToken)
    {
        var (operation, errors) = _operations.Get(request, observed, cancellationToken);
        if (operation is null) return (null, GraphQLResponse.Refuse(ResponseKind.RequestError, errors));
        observed?.Found(operation.Definition);
        if (operation.Definition.Operation == OperationType.Mutation && !request.AllowsMutation)
        {
            return (null, GraphQLResponse.Refuse(ResponseKind.OperationNotAllowed, [new GraphQLError("The specified operation kind is not allowed.")]));
        }

        (var variables, errors) = CoerceVariableValues.Of(operation.Variables, request.Variables, Schema.Inputs, _options.Validation.AllowIntrospection);
        if (errors.Count > 0) return (null, GraphQLResponse.Refuse(ResponseKind.RequestError, errors));

        var selections = operation.Select(variables);
        var isTold = request.CostReporting != CostReporting.None;
        (var cost, errors) = _costs.Of(operation, selections, variables, isTold || request.Spend is not null, observed);
        var told = isTold ? cost : null;
        if (errors.Count > 0) return (null, GraphQLResponse.Refuse(ResponseKind.RequestError, errors, told));
        if (request.CostReporting == CostReporting.Validate) return (null, GraphQLResponse.Report(cost!.Value));
        return (new PreparedRequest(operation, variables, selections, cost ?? default, told), null);
    }
}
