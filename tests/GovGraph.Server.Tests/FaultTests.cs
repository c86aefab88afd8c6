using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>What a caller sees of a fault, what the log has of it, and what becomes of work that nobody waits for.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("{ planById(id: \"x\") { id } }", "planById")]
    [InlineData("{ tasks { totalCount } }", "tasks")]
    [InlineData("mutation { updateTaskStatus(input: { taskId: \"x\", status: IN_PROGRESS }) { task { id } } }", "updateTaskStatus")]
    public async Task A_fault_of_the_store_is_masked_and_logged_under_the_id_that_the_caller_sees(string query, string field)
    {
        await using var server = await InProcessServer.Start(new ThrowingStore());

        var answer = await Asked.Of(server.Client, query);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("Unexpected Execution Error", answer.Message);
        Assert.Equal("UNEXPECTED_EXECUTION_ERROR", answer.Code);
        Assert.Equal(JsonSerializer.Serialize(new[] { field }), answer.Error.GetProperty("path").GetRawText());
        Assert.DoesNotContain("password", answer.Body.GetRawText(), StringComparison.Ordinal);
        var line = Assert.Single(server.Log);
        Assert.Contains(answer.Error.GetProperty("extensions").GetProperty("errorId").GetString()!, line, StringComparison.Ordinal);
        Assert.Contains(ThrowingStore.Secret, line, StringComparison.Ordinal);
        Assert.Contains($".{field} failed", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_is_cancelled_when_the_caller_goes_away()
    {
        var store = new WaitingStore();
        await using var server = await InProcessServer.Start(store);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var sending = server.Client.PostAsJsonAsync("/graphql", new { query = "{ planById(id: \"x\") { id } }" }, caller.Token);
        await store.Asked;
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        await store.Cancelled;
        Assert.Empty(server.Log);
    }
}
