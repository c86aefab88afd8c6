using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Transport;

/// <summary>What the transports ask of the engine behind them.</summary>
internal sealed record Engine
{
    /// <summary>Executes a query or mutation; answers a subscription with <see cref="ResponseKind.StreamNeeded"/>.</summary>
    public required Func<GraphQLRequest, CancellationToken, ValueTask<GraphQLResponse>> Execute { get; init; }

    /// <summary>Opens a subscription. A stream that cannot be opened has one response: why.</summary>
    public required Func<GraphQLRequest, CancellationToken, IAsyncEnumerable<GraphQLResponse>> Subscribe { get; init; }

    /// <summary>Whether the schema has a scalar <c>Upload</c>.</summary>
    public required bool TakesUploads { get; init; }

    /// <summary>The schema as text.</summary>
    public required Func<string> PrintSchema { get; init; }

    public static Engine Of(RequestExecutor executor) => new()
    {
        Execute = executor.ExecuteAsync,
        Subscribe = executor.SubscribeAsync,
        TakesUploads = executor.Schema.Schema.Types.ContainsKey("Upload"),
        PrintSchema = () => SchemaPrinter.Print(executor.Schema.Schema),
    };
}
