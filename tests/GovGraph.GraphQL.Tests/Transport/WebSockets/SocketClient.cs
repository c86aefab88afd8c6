using System.Net.WebSockets;
using System.Text;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.WebSockets;

/// <summary>The other end of a socket, which says what it is told to and nothing else: not even pong.</summary>
internal sealed class SocketClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    public static async Task<SocketClient> ConnectAsync(LocalServer server, string subprotocol = "graphql-transport-ws", string? origin = null)
    {
        var client = new SocketClient();
        client._socket.Options.AddSubProtocol(subprotocol);
        client._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        if (origin is not null) client._socket.Options.SetRequestHeader("Origin", origin);
        var address = new UriBuilder(server.Endpoint) { Scheme = "ws" }.Uri;
        await client._socket.ConnectAsync(address, TestContext.Current.CancellationToken);
        return client;
    }

    /// <summary>Connects and has been greeted.</summary>
    public static async Task<SocketClient> GreetAsync(LocalServer server)
    {
        var client = await ConnectAsync(server);
        await client.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("""{"type":"connection_ack"}""", await client.ReceiveAsync());
        return client;
    }

    public Task SendAsync(string message) => SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true);

    public Task SendAsync(byte[] frame, WebSocketMessageType type, bool endOfMessage) =>
        _socket.SendAsync(frame, type, endOfMessage, TestContext.Current.CancellationToken);

    public Task SubscribeAsync(string id, string query) => SendAsync($$$"""{"id":"{{{id}}}","type":"subscribe","payload":{"query":"{{{query}}}"}}""");

    /// <summary>The next message; or the code and reason of the close, which is answered.</summary>
    public async Task<string> ReceiveAsync()
    {
        var buffer = new byte[4096];
        using var message = new MemoryStream();
        while (true)
        {
            var frame = await _socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            if (frame.MessageType == WebSocketMessageType.Close)
            {
                var heard = $"{(int)_socket.CloseStatus!} {_socket.CloseStatusDescription}";
                if (_socket.State == WebSocketState.CloseReceived) await CloseOutputAsync();
                return heard;
            }

            message.Write(buffer, 0, frame.Count);
            if (frame.EndOfMessage) return Encoding.UTF8.GetString(message.ToArray());
        }
    }

    /// <summary>Says that it will say no more.</summary>
    public Task CloseOutputAsync() => _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "Bye", TestContext.Current.CancellationToken);

    /// <summary>Drops the line without a word.</summary>
    public void Abort() => _socket.Abort();

    public void Dispose() => _socket.Dispose();
}
