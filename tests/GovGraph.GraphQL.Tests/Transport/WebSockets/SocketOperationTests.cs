using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Transport.WebSockets;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.WebSockets;

public sealed class SocketOperationTests
{
    [Fact]
    public async Task Queries_mutations_and_subscriptions_run_on_one_socket()
    {
        await using var server = await LocalServer.StartAsync();
        using var client = await SocketClient.GreetAsync(server);
        await client.SubscribeAsync("q", "{ a }");
        Assert.Equal("""{"id":"q","type":"next","payload":{"data":{"query":"{ a }"}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"id":"q","type":"complete"}""", await client.ReceiveAsync());
        await client.SubscribeAsync("m", "mutation { a }");
        Assert.Equal("""{"id":"m","type":"next","payload":{"data":{"query":"mutation { a }"}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"id":"m","type":"complete"}""", await client.ReceiveAsync());
        await client.SubscribeAsync("\\\"s", "subscription { count }");
        Assert.Equal("""{"id":"\"s","type":"next","payload":{"data":{"count":1}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"id":"\"s","type":"next","payload":{"data":{"count":2}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"id":"\"s","type":"next","payload":{"data":{"count":3}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"id":"\"s","type":"complete"}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task What_cannot_be_executed_is_an_error_and_nothing_after_it()
    {
        await using var server = await LocalServer.StartAsync();
        using var client = await SocketClient.GreetAsync(server);
        await client.SubscribeAsync("e", "{");
        Assert.Equal(
            """{"id":"e","type":"error","payload":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":2}],"extensions":{"code":"HC0014"}}]}""",
            await client.ReceiveAsync());
        await client.SendAsync("""{"id":"e","type":"subscribe","payload":{}}""");
        Assert.Equal(
            """{"id":"e","type":"error","payload":[{"message":"The request has no `query`: send the text of a GraphQL document in it.","extensions":{"code":"HC0013"}}]}""",
            await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_subscription_that_cannot_be_opened_is_an_error()
    {
        await using var server = await LocalServer.StartAsync(CountingSchema.Engine());
        using var client = await SocketClient.GreetAsync(server);
        await client.SubscribeAsync("s", "subscription { count }");
        Assert.Equal(
            """{"id":"s","type":"error","payload":[{"message":"Field \"count\" argument \"to\" of type \"Int!\" is required, but it was not provided.","locations":[{"line":1,"column":16}]}]}""",
            StripExtensions(await client.ReceiveAsync()));
        await client.SubscribeAsync("s", "subscription { count(to: 1) }");
        Assert.Equal("""{"id":"s","type":"next","payload":{"data":{"count":1}}}""", await client.ReceiveAsync());
        Assert.Equal("""{"id":"s","type":"complete"}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_complete_of_the_client_ends_the_operation_and_frees_its_id()
    {
        var events = new EventSource();
        await using var server = await LocalServer.StartAsync(events.Engine);
        using var client = await SocketClient.GreetAsync(server);
        await client.SendAsync("""{"id":"unknown","type":"complete"}""");
        await client.SubscribeAsync("1", "subscription { count }");
        await events.UntilOpenedAsync();
        await client.SendAsync("""{"id":"1","type":"complete"}""");
        await events.UntilEndedAsync();
        await client.SubscribeAsync("1", "subscription { count }");
        events.Send("1");
        Assert.Equal("""{"id":"1","type":"next","payload":{"data":1}}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task The_request_lasts_as_long_as_an_operation_that_was_completed_still_uses_it()
    {
        var (started, gate, requestEnded) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        List<string> ended = [];
        var engine = EchoEngine.Create() with
        {
            Execute = async (request, _) =>
            {
                started.TrySetResult();
                await gate.Task;
                ended.Add("operation");
                return EchoEngine.Execute(request);
            },
        };
        await using var server = await LocalServer.StartAsync(_ => { }, app =>
        {
            app.Use(async (context, next) =>
            {
                await next(context);
                ended.Add("request");
                requestEnded.TrySetResult();
            });
            app.MapGraphQL("/graphql", engine, new TransportOptions());
        });
        using var client = await SocketClient.GreetAsync(server);
        await client.SubscribeAsync("1", "{ a }");
        await started.Task.WaitAsync(TestContext.Current.CancellationToken);
        await client.SendAsync("""{"id":"1","type":"complete"}""");
        await client.CloseOutputAsync();
        await client.ReceiveAsync();
        gate.SetResult();

        await requestEnded.Task.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(["operation", "request"], ended);
    }

    [Fact]
    public async Task A_client_that_takes_nothing_holds_few_events_and_loses_the_socket()
    {
        var time = new ManualTime();
        var produced = 0;
        var ended = new TaskCompletionSource();
        var large = $"\"{new string('x', 100_000)}\"";
        var engine = EchoEngine.Create(Flood);
        var sockets = new SocketOptions { SendTimeout = TimeSpan.FromSeconds(1) };
        await using var server = await LocalServer.StartAsync(engine, new TransportOptions { TimeProvider = time, Sockets = sockets });
        using var client = await SocketClient.GreetAsync(server);
        await client.SubscribeAsync("1", "subscription { count }");
        while (!ended.Task.IsCompleted)
        {
            await Task.WhenAny(ended.Task, time.UntilTimerWithinAsync(TimeSpan.FromSeconds(1)));
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(produced, 1, 1000);

        async IAsyncEnumerable<GraphQL.Execution.GraphQLResponse> Flood(
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
        {
            try
            {
                while (true)
                {
                    await Task.Yield();
                    cancellation.ThrowIfCancellationRequested();
                    produced++;
                    yield return EchoEngine.Data(large);
                }
            }
            finally
            {
                ended.SetResult();
            }
        }
    }

    [Fact]
    public async Task A_fault_of_the_engine_is_masked()
    {
        var engine = EchoEngine.Create() with { Execute = (_, _) => throw new InvalidOperationException("the password is 1234") };
        await using var server = await LocalServer.StartAsync(engine);
        using var client = await SocketClient.GreetAsync(server);
        await client.SubscribeAsync("1", "{ a }");
        Assert.Matches(
            """^{"id":"1","type":"error","payload":\[{"message":"Unexpected Execution Error","extensions":{"code":"UNEXPECTED_EXECUTION_ERROR","errorId":"[0-9a-f]{16}"}}\]}$""",
            await client.ReceiveAsync());
    }

    private static string StripExtensions(string message) =>
        System.Text.RegularExpressions.Regex.Replace(message, ",\"extensions\":\\{[^}]*\\}", "");
}
