using System.Net.WebSockets;
using System.Text;
using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Transport.WebSockets;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.WebSockets;

public sealed class SocketReaderTests
{
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
}
