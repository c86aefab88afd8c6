using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Transport.WebSockets;
using Microsoft.AspNetCore.Builder;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.WebSockets;

public sealed class SocketConnectionTests
{
    private const string Init = """{"type":"connection_init"}""";

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
    public async Task A_ping_is_answered_with_its_payload()
    {
        await using var server = await LocalServer.StartAsync();
        using var client = await SocketClient.GreetAsync(server);
        await client.SendAsync("""{"type":"ping","payload":{"a":[1, 2]}}""");
        Assert.Equal("""{"type":"pong","payload":{"a":[1, 2]}}""", await client.ReceiveAsync());
        await client.SendAsync("""{"payload":null,"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.ReceiveAsync());
        await client.SendAsync("""{"type":"pong"}""");
        await client.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.ReceiveAsync());
    }

    [Theory]
    [InlineData("4400 Invalid JSON at byte 1 of line 1", "x")]
    [InlineData("4400 A message must be an object", "[]")]
    [InlineData("4400 A message must have a `type`", "{}")]
    [InlineData("4400 `type` must be a string", """{"type":1}""")]
    [InlineData("4400 `type` is given twice", """{"type":"ping","type":"pong"}""")]
    [InlineData("4400 `payload` is given twice", """{"type":"ping","payload":{},"payload":{}}""")]
    [InlineData("4400 A string has half of a surrogate pair", """{"type":"\ud83d"}""")]
    [InlineData("4400 Unknown message type `hello`", """{"type":"hello"}""")]
    [InlineData("4400 `payload` of `connection_init` must be an object", """{"type":"connection_init","payload":1}""")]
    [InlineData("4400 `subscribe` must have an `id` of 1 to 256 characters", Init, """{"type":"subscribe","id":"","payload":{"query":"{a}"}}""")]
    [InlineData("4400 `subscribe` must have a `payload`", Init, """{"type":"subscribe","id":"1"}""")]
    [InlineData("4400 Invalid GraphQL request: the body must be an object, but it is a string.", Init, """{"type":"subscribe","id":"1","payload":"{a}"}""")]
    [InlineData("4400 Invalid GraphQL request: `query` must be a string, but it is an object.", Init, """{"type":"subscribe","id":"1","payload":{"query":{}}}""")]
    [InlineData("4401 Unauthorized", """{"type":"subscribe","id":"1","payload":{"query":"{a}"}}""")]
    [InlineData("4429 Too many initialisation requests", Init, Init)]
    public async Task What_breaks_the_protocol_closes_the_socket(string close, params string[] messages)
    {
        await using var server = await LocalServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server);
        foreach (var message in messages) await client.SendAsync(message);
        var answer = await client.ReceiveAsync();
        if (answer == """{"type":"connection_ack"}""") answer = await client.ReceiveAsync();
        Assert.Equal(close, answer);
    }

    [Fact]
    public async Task An_id_in_use_closes_the_socket()
    {
        var events = new EventSource();
        await using var server = await LocalServer.StartAsync(events.Engine);
        using var client = await SocketClient.GreetAsync(server);
        var id = new string('đ', 200);
        await client.SubscribeAsync(id, "subscription { count }");
        await client.SubscribeAsync(id, "subscription { count }");
        Assert.Equal("4409 Subscriber for " + new string('đ', 54), await client.ReceiveAsync());
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
    public async Task A_socket_runs_so_many_operations_and_refuses_the_next_one_alone()
    {
        var events = new EventSource();
        await using var server = await LocalServer.StartAsync(events.Engine, new TransportOptions { Sockets = new SocketOptions { MaxOperations = 2 } });
        using var client = await SocketClient.GreetAsync(server);
        await client.SubscribeAsync("1", "subscription { count }");
        await client.SubscribeAsync("2", "subscription { count }");
        await client.SubscribeAsync("3", "subscription { count }");
        Assert.Equal(
            """{"id":"3","type":"error","payload":[{"message":"This socket runs 2 operations already: complete one first.","extensions":{"code":"TOO_MANY_OPERATIONS"}}]}""",
            await client.ReceiveAsync());
        await client.SendAsync("""{"id":"1","type":"complete"}""");
        await client.SubscribeAsync("3", "{ a }");
        Assert.Equal("""{"id":"3","type":"next","payload":{"data":{"query":"{ a }"}}}""", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_client_that_does_not_introduce_itself_in_time_is_sent_away()
    {
        var time = new ManualTime();
        await using var server = await LocalServer.StartAsync(options: new TransportOptions { TimeProvider = time });
        using var client = await SocketClient.ConnectAsync(server);
        await time.UntilTimerWithinAsync(TimeSpan.FromSeconds(10));
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("4408 Connection initialisation timeout", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_client_that_answers_no_ping_is_given_up()
    {
        var time = new ManualTime();
        var events = new EventSource();
        await using var server = await LocalServer.StartAsync(events.Engine, new TransportOptions { TimeProvider = time });
        using var client = await SocketClient.GreetAsync(server);
        await client.SubscribeAsync("1", "subscription { count }");
        await events.UntilOpenedAsync();
        await NextPingAsync(time, client);
        await client.SendAsync("""{"type":"pong"}""");
        await client.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.ReceiveAsync());
        await NextPingAsync(time, client);
        await NextPingAsync(time, client);
        await time.UntilTimerWithinAsync(TimeSpan.FromSeconds(10));
        time.Advance(TimeSpan.FromSeconds(10));
        await events.UntilEndedAsync();
        await Assert.ThrowsAsync<WebSocketException>(client.ReceiveAsync);
    }

    [Fact]
    public async Task A_dropped_line_ends_the_operations()
    {
        var events = new EventSource();
        await using var server = await LocalServer.StartAsync(events.Engine);
        using var client = await SocketClient.GreetAsync(server);
        await client.SubscribeAsync("1", "subscription { count }");
        await events.UntilOpenedAsync();
        client.Abort();
        await events.UntilEndedAsync();
    }

    [Fact]
    public async Task A_client_that_closes_is_answered_and_its_operations_end()
    {
        var events = new EventSource();
        await using var server = await LocalServer.StartAsync(events.Engine);
        using var client = await SocketClient.GreetAsync(server);
        await client.SubscribeAsync("1", "subscription { count }");
        await events.UntilOpenedAsync();
        await client.CloseOutputAsync();
        Assert.Equal("1000 Normal Closure", await client.ReceiveAsync());
        await events.UntilEndedAsync();
    }

    [Fact]
    public async Task A_server_that_stops_says_so()
    {
        var events = new EventSource();
        await using var server = await LocalServer.StartAsync(events.Engine);
        using var client = await SocketClient.GreetAsync(server);
        await client.SubscribeAsync("1", "subscription { count }");
        await events.UntilOpenedAsync();
        var stopping = server.StopAsync();
        Assert.Equal("1001 Server is stopping", await client.ReceiveAsync());
        await stopping;
        await events.UntilEndedAsync();
    }

    [Fact]
    public async Task A_client_that_does_not_answer_the_close_is_left_behind()
    {
        var time = new ManualTime();
        await using var server = await LocalServer.StartAsync(options: new TransportOptions { TimeProvider = time });
        using var client = await SocketClient.GreetAsync(server);
        var stopping = server.StopAsync();
        await time.UntilTimerWithinAsync(TimeSpan.FromSeconds(5));
        time.Advance(TimeSpan.FromSeconds(5));
        await stopping;
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
    public async Task The_host_may_refuse_a_client_by_what_it_says_of_itself()
    {
        var sockets = new SocketOptions
        {
            OnConnectionInit = (_, payload, _) => new(payload.ValueKind == JsonValueKind.Object && payload.GetProperty("token").GetString() == "đúng"),
        };
        await using var server = await LocalServer.StartAsync(options: new TransportOptions { Sockets = sockets });
        using var welcome = await SocketClient.ConnectAsync(server);
        await welcome.SendAsync("""{"type":"connection_init","payload":{"token":"đúng"}}""");
        Assert.Equal("""{"type":"connection_ack"}""", await welcome.ReceiveAsync());
        using var other = await SocketClient.ConnectAsync(server);
        await other.SendAsync(Init);
        Assert.Equal("4403 Forbidden", await other.ReceiveAsync());
    }

    [Fact]
    public async Task A_client_that_is_dismissed_is_sent_away()
    {
        var dismissed = new TaskCompletionSource();
        var events = new EventSource();
        await using var server = await LocalServer.StartAsync(events.Engine, new TransportOptions { Dismissed = (_, _) => dismissed.Task });
        using var client = await SocketClient.GreetAsync(server);
        await client.SubscribeAsync("1", "subscription { count }");
        await events.UntilOpenedAsync();

        dismissed.SetResult();

        Assert.Equal("4403 Forbidden", await client.ReceiveAsync());
        await events.UntilEndedAsync();
    }

    [Fact]
    public async Task A_fault_of_the_host_closes_the_socket_without_details()
    {
        var sockets = new SocketOptions { OnConnectionInit = (_, _, _) => throw new InvalidOperationException("the password is 1234") };
        await using var server = await LocalServer.StartAsync(options: new TransportOptions { Sockets = sockets });
        using var client = await SocketClient.ConnectAsync(server);
        await client.SendAsync(Init);
        Assert.Equal("4500 Internal server error", await client.ReceiveAsync());
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

    [Fact]
    public async Task A_message_may_come_in_frames_but_not_be_too_long_or_binary()
    {
        var options = new TransportOptions { Sockets = new SocketOptions { MaxMessageBytes = 10_000 } };
        await using var server = await LocalServer.StartAsync(options: options);
        using var client = await SocketClient.GreetAsync(server);
        var payload = "{\"a\":\"" + new string('đ', 4000) + "\"}";
        var ping = Encoding.UTF8.GetBytes("{\"type\":\"ping\",\"payload\":" + payload + "}");
        await client.SendAsync(ping[..31], WebSocketMessageType.Text, endOfMessage: false);
        await client.SendAsync(ping[31..5000], WebSocketMessageType.Text, endOfMessage: false);
        await client.SendAsync(ping[5000..], WebSocketMessageType.Text, endOfMessage: true);
        Assert.Equal("{\"type\":\"pong\",\"payload\":" + payload + "}", await client.ReceiveAsync());
        await client.SendAsync(new string(' ', 10_001));
        Assert.Equal("1009 A message may have 10000 bytes", await client.ReceiveAsync());

        using var second = await SocketClient.GreetAsync(server);
        await second.SendAsync("{}"u8.ToArray(), WebSocketMessageType.Binary, endOfMessage: true);
        Assert.Equal("4400 Messages must be text", await second.ReceiveAsync());
    }

    [Fact]
    public async Task A_text_that_is_not_utf_8_ends_the_socket()
    {
        var events = new EventSource();
        await using var server = await LocalServer.StartAsync(events.Engine);
        using var client = await SocketClient.GreetAsync(server);
        await client.SubscribeAsync("1", "subscription { count }");
        await events.UntilOpenedAsync();
        await client.SendAsync([0xC3, 0x28], WebSocketMessageType.Text, endOfMessage: true);
        await events.UntilEndedAsync();
    }

    [Fact]
    public async Task Another_subprotocol_is_refused()
    {
        await using var server = await LocalServer.StartAsync();
        using var client = await SocketClient.ConnectAsync(server, "graphql-ws");
        Assert.Equal("4406 Subprotocol not acceptable", await client.ReceiveAsync());
    }

    [Fact]
    public async Task A_page_of_another_site_may_be_kept_out()
    {
        var sockets = new SocketOptions { AllowedOrigins = ["https://kehoach.example"] };
        await using var server = await LocalServer.StartAsync(options: new TransportOptions { Sockets = sockets });
        using var own = await SocketClient.ConnectAsync(server, origin: "https://kehoach.example");
        var exception = await Assert.ThrowsAsync<WebSocketException>(() => SocketClient.ConnectAsync(server, origin: "https://evil.example"));
        Assert.Equal("The server returned status code '403' when status code '101' was expected.", exception.Message);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    [InlineData("")]
    public async Task No_page_of_another_site_opens_a_socket_where_none_is_named(string origin)
    {
        await using var server = await LocalServer.StartAsync();
        using var own = await SocketClient.ConnectAsync(server, origin: $"https://{server.Address.Authority}");
        var exception = await Assert.ThrowsAsync<WebSocketException>(() => SocketClient.ConnectAsync(server, origin: origin));
        Assert.Equal("The server returned status code '403' when status code '101' was expected.", exception.Message);
    }

    private static async Task NextPingAsync(ManualTime time, SocketClient client)
    {
        await time.UntilTimerWithinAsync(TimeSpan.FromSeconds(10));
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("""{"type":"ping"}""", await client.ReceiveAsync());
    }

    private static string StripExtensions(string message) =>
        System.Text.RegularExpressions.Regex.Replace(message, ",\"extensions\":\\{[^}]*\\}", "");
}
