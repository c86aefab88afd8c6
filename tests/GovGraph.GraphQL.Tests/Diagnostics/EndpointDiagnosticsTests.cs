using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Tests.Execution;
using GovGraph.GraphQL.Tests.Transport;
using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Transport.Batching;
using Xunit;

namespace GovGraph.GraphQL.Tests.Diagnostics;

/// <summary>What is told of requests over HTTP, around what the engine tells.</summary>
public sealed class EndpointDiagnosticsTests : IDisposable
{
    private readonly Listening _listening = new();
    private readonly TaskCompletionSource _isEntered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => _listening.Dispose();

    [Fact]
    public async Task A_post_has_a_span_around_all_that_is_done_for_it()
    {
        await using (var server = await StartAsync()) await server.PostAsync("""{ "query": "{ name }" }""");

        Assert.Equal(
            ["Parse HTTP Request in GraphQL HTTP POST", "GraphQL Document Parsing in query", "GraphQL Document Validation in query", "GraphQL Operation Planning in query", "query in GraphQL HTTP POST", "GraphQL HTTP POST"],
            Nesting());
    }

    [Theory]
    [InlineData("GET", "GraphQL HTTP GET")]
    [InlineData("HEAD", "GraphQL HTTP HEAD")]
    [InlineData("BREW", "GraphQL HTTP")]
    public async Task The_span_names_the_method_if_it_is_one_of_GraphQL_s(string method, string name)
    {
        await using (var server = await StartAsync()) await server.SendAsync(new HttpMethod(method), "graphql?query=%7Bname%7D");

        Assert.Equal(name, _listening.Spans.Last().DisplayName);
    }

    [Theory]
    [InlineData("{", "HC0012")]
    [InlineData("{}", "HC0013")]
    [InlineData("[]", "HC0009")]
    public async Task A_request_that_never_reaches_the_engine_is_counted_by_its_code(string json, string code)
    {
        await using (var server = await StartAsync()) await server.PostAsync(json);

        Assert.Equal([$"graphql.errors 1 graphql.error.code={code}"], _listening.Measured);
    }

    [Fact]
    public async Task So_is_one_of_a_batch()
    {
        await using (var server = await StartAsync(new TransportOptions { Batching = new BatchingOptions { AllowRequests = true } })) await server.PostAsync("[{}, {}]");

        Assert.Equal(["graphql.errors 1 graphql.error.code=HC0013", "graphql.errors 1 graphql.error.code=HC0013"], _listening.Measured);
    }

    [Fact]
    public async Task Executions_are_counted_while_they_run_and_while_they_wait()
    {
        await using var server = await StartAsync(new TransportOptions { MaxConcurrentExecutions = 1, MaxWaitingExecutions = 0 });
        Assert.Equal(["graphql.executions.active 0", "graphql.executions.waiting 0"], _listening.Observe().TakeLast(2));

        var first = server.PostAsync("""{ "query": "{ held }" }""");
        await _isEntered.Task;
        Assert.Equal(["graphql.executions.active 1", "graphql.executions.waiting 0"], _listening.Observe().TakeLast(2));
        await server.PostAsync("""{ "query": "{ name }" }""");
        Assert.Contains("graphql.errors 1 graphql.error.code=SERVER_BUSY", _listening.Measured);

        _held.SetResult("");
        await first;
        Assert.Equal(["graphql.executions.active 0", "graphql.executions.waiting 0"], _listening.Observe().TakeLast(2));
    }

    [Fact]
    public async Task Those_who_wait_for_their_turn_are_counted()
    {
        using var gate = new ExecutionGate(maxConcurrent: 1, maxWaiting: 5);
        _listening.Diagnostics.Watch(gate);
        Assert.True(await gate.TryEnterAsync(TestContext.Current.CancellationToken));
        var second = gate.TryEnterAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["graphql.executions.active 1", "graphql.executions.waiting 1"], _listening.Observe().TakeLast(2));

        gate.Leave();
        Assert.True(await second);
        Assert.Equal(["graphql.executions.active 1", "graphql.executions.waiting 0"], _listening.Observe().TakeLast(2));
    }

    private async Task<LocalServer> StartAsync(TransportOptions? options = null)
    {
        var bindings = new SchemaBindings().Root("Query", query => query.Field("name", _ => "GovGraph").FieldAsync("held", (_, _) => HoldAsync()));
        var executor = new RequestExecutor(
            BoundSchema.Create(ExecutionTest.Build("type Query { name: String, held: String }"), bindings), new ExecutionOptions { Diagnostics = _listening.Diagnostics });
        return await LocalServer.StartAsync(Engine.Of(executor), options);
    }

    private async ValueTask<string> HoldAsync()
    {
        _isEntered.SetResult();
        return await _held.Task;
    }

    private IEnumerable<string> Nesting() => _listening.Spans.Select(span =>
        span.Parent is { } parent && parent.Source == _listening.Diagnostics.Source ? $"{span.DisplayName} in {parent.DisplayName}" : span.DisplayName);
}
