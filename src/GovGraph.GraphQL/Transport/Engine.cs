using GovGraph.GraphQL.Diagnostics;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Language;
using GovGraph.GraphQL.Types;
using GovGraph.GraphQL.Validation;

namespace GovGraph.GraphQL.Transport;

/// <summary>What the transports ask of the engine behind them.</summary>
internal sealed record Engine
{
    /// <summary>Executes a query or mutation; answers a subscription with <see cref="ResponseKind.StreamNeeded"/>, and what opens it.</summary>
    public required Func<GraphQLRequest, CancellationToken, ValueTask<GraphQLResponse>> Execute { get; init; }

    public required Schema Schema { get; init; }

    /// <summary>What is wrong with a document on the schema.</summary>
    public required Func<DocumentNode, IEnumerable<GraphQLError>> Validate { get; init; }

    /// <summary>Whether the schema has a scalar <c>Upload</c>.</summary>
    public required bool TakesUploads { get; init; }

    /// <summary>The schema as text.</summary>
    public required Func<string> PrintSchema { get; init; }

    /// <summary>Who tells of the requests; null for nobody.</summary>
    public EngineDiagnostics? Diagnostics { get; init; }

    public static Engine Of(RequestExecutor executor) => new()
    {
        Execute = executor.ExecuteAsync,
        Schema = executor.Schema.Schema,
        Validate = document => Validator.Validate(executor.Schema.Schema, document),
        TakesUploads = executor.Schema.Schema.Types.ContainsKey("Upload"),
        PrintSchema = () => SchemaPrinter.Print(executor.Schema.Schema),
        Diagnostics = executor.Diagnostics,
    };
}
