using System.Runtime.CompilerServices;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Diagnostics;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Types;

namespace GovGraph.GraphQL.Tests.Transport;

/// <summary>A small schema behind the real engine, for tests that go all the way.</summary>
internal static class CountingSchema
{
    private const string Sdl =
        """
        type Query { double(number: Int!): Int! }
        type Mutation { double(number: Int!): Int!, stop: Boolean! }
        type Subscription { count(to: Int!): Int!, tick: Int! }
        """;

    /// <param name="stop">What the mutation <c>stop</c> does.</param>
    public static RequestExecutor Executor(Action? stop = null, EngineDiagnostics? diagnostics = null)
    {
        var bindings = new SchemaBindings()
            .Root("Query", query => query.Field("double", (_, context) => context.Argument<int>("number") * 2))
            .Root("Mutation", mutation => mutation
                .Field("double", (_, context) => context.Argument<int>("number") * 2)
                .Field("stop", _ =>
                {
                    stop?.Invoke();
                    return stop is not null;
                }))
            .Stream("count", context => Enumerable.Range(1, context.Argument<int>("to")).ToAsyncEnumerable())
            .Stream("tick", context => Tick(context.CancellationToken));
        return new RequestExecutor(BoundSchema.Create(SchemaBuilder.Build(Sdl).Schema!, bindings), new ExecutionOptions { Diagnostics = diagnostics });
    }

    public static Engine Engine(Action? stop = null) => GraphQL.Transport.Engine.Of(Executor(stop));

    /// <summary>Ticks once, then never again, and goes on.</summary>
    private static async IAsyncEnumerable<int> Tick([EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return 1;
        await Task.Delay(Timeout.Infinite, cancellation);
    }
}
