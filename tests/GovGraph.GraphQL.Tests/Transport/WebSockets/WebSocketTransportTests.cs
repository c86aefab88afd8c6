using System.Net.WebSockets;
using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Transport.WebSockets;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.WebSockets;

public sealed class WebSocketTransportTests
{
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
}
