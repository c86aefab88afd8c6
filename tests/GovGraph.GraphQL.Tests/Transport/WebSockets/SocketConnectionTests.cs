using System.Net.WebSockets;
using System.Text.Json;
using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Transport.WebSockets;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.WebSockets;

public sealed class SocketConnectionTests
{
    private const string Init = """{"type":"connection_init"}""";

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

    private static async Task NextPingAsync(ManualTime time, SocketClient client)
    {
        await time.UntilTimerWithinAsync(TimeSpan.FromSeconds(10));
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("""{"type":"ping"}""", await client.ReceiveAsync());
    }
}
