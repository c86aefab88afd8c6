using GovGraph.GraphQL.Bindings;
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
        type Mutation { double(number: Int!): Int! }
        type Subscription { count(to: Int!): Int! }
        """;

    public static RequestExecutor Executor()
    {
        var bindings = new SchemaBindings()
            .Root("Query", query => query.Field("double", (_, context) => context.Argument<int>("number") * 2))
            .Root("Mutation", mutation => mutation.Field("double", (_, context) => context.Argument<int>("number") * 2))
            .Stream("count", context => Enumerable.Range(1, context.Argument<int>("to")).ToAsyncEnumerable());
        return new RequestExecutor(BoundSchema.Create(SchemaBuilder.Build(Sdl).Schema!, bindings), new ExecutionOptions());
    }

    public static Engine Engine() => GraphQL.Transport.Engine.Of(Executor());
}
