using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Language;

namespace GovGraph.GraphQL.Execution;

/// <summary>The way of a request: parse, validate, compile (once a document), coerce, execute, write.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-Execution"/>
public sealed class RequestExecutor(BoundSchema schema, ExecutionOptions options)
{
    private readonly OperationCache _operations = new(schema, options);

    /// <summary>Executes a query or mutation. Bad requests are answered with errors; only cancellation by the caller throws.</summary>
    public ValueTask<GraphQLResponse> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        var (operation, errors) = _operations.Get(request, cancellationToken);
        if (operation is null) return Refuse(ResponseKind.RequestError, errors);
        if (operation.Definition.Operation == OperationType.Subscription || (operation.Definition.Operation == OperationType.Mutation && !request.AllowsMutation))
        {
            return Refuse(ResponseKind.OperationNotAllowed, [new GraphQLError("The specified operation kind is not allowed.")]);
        }

        (var variables, errors) = CoerceVariableValues.Of(operation.Variables, request.Variables, schema.Inputs);
        if (errors.Count > 0) return Refuse(ResponseKind.RequestError, errors);

        var execution = new Execution(operation, variables, request.State, options, cancellationToken);
        return execution.RunAsync(operation.Select(variables).Root, operation.RootValue(request));
    }

    private static ValueTask<GraphQLResponse> Refuse(ResponseKind kind, IReadOnlyList<GraphQLError> errors) =>
        new(GraphQLResponse.Refuse(kind, errors));
}
