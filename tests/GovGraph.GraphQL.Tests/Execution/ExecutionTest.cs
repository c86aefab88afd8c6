using System.Text;
using System.Text.Json;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Types;
using Xunit;

namespace GovGraph.GraphQL.Tests.Execution;

/// <summary>Executes an operation over a schema written in the test.</summary>
internal static class ExecutionTest
{
    public static async Task<string> Execute(
        string sdl, SchemaBindings bindings, string query, string? variables = null, object? rootValue = null, ExecutionOptions? options = null)
    {
        var executor = new RequestExecutor(BoundSchema.Create(Build(sdl), bindings), options ?? new ExecutionOptions());
        return await Execute(executor, query, variables, rootValue);
    }

    public static async Task<string> Execute(RequestExecutor executor, string query, string? variables = null, object? rootValue = null)
    {
        var request = new GraphQLRequest
        {
            Query = query,
            Variables = variables is null ? default : JsonElement.Parse(variables),
            RootValue = rootValue,
        };
        using var response = await executor.ExecuteAsync(request, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    public static Schema Build(string sdl)
    {
        var result = SchemaBuilder.Build(sdl);
        Assert.Empty(result.Errors);
        return result.Schema!;
    }
}
