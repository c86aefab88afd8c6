using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport.Http;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.Batching;

/// <summary>Many operations of one request, executed one after the other: what one changes the next one sees.</summary>
internal sealed class Batch(OperationRunner runner, HttpContext context, IReadOnlyList<RequestParameters> operations)
{
    /// <summary>Executes the operations as their responses are taken. One that is not taken on has a response too: why.</summary>
    public async IAsyncEnumerable<(RequestParameters Operation, GraphQLResponse Response)> ExecuteAsync()
    {
        foreach (var operation in operations)
        {
            var outcome = await runner.RunAsync(context, operation, AllowedOperations.Mutation, context.RequestAborted);
            yield return (operation, outcome.Response ?? runner.Refuse(outcome.Fault!.Error));
        }
    }

    /// <summary>The same, each response with its place in the batch as its first members.</summary>
    public async IAsyncEnumerable<GraphQLResponse> ExecuteWithIndexAsync()
    {
        await foreach (var (operation, response) in ExecuteAsync())
        {
            using (response) yield return WithIndex(operation.Index, response);
        }
    }

    private static GraphQLResponse WithIndex((int? Request, int? Variables) index, GraphQLResponse response)
    {
        var writer = new JsonWriter();
        writer.WriteRaw("{"u8);
        WriteIndex(writer, "\"requestIndex\":"u8, index.Request);
        WriteIndex(writer, "\"variableIndex\":"u8, index.Variables);

        // After the brace that opens the response.
        writer.WriteRaw(response.Body.Span[1..]);
        return new GraphQLResponse(writer, response.Kind, response.Errors);
    }

    private static void WriteIndex(JsonWriter writer, ReadOnlySpan<byte> name, int? index)
    {
        if (index is null) return;
        writer.WriteRaw(name);
        writer.WriteNumber(index.Value);
        writer.WriteRaw(","u8);
    }
}
