using System.Net.WebSockets;
using System.Text;
using GovGraph.Server.Access;
using Xunit;

namespace GovGraph.Server.Tests.Access;

/// <summary>A GraphQL socket, message by message.</summary>
internal sealed class KeySocket : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<KeySocket> Open(InProcessServer server, string? apiKey) => Open(server.Client.BaseAddress!, apiKey);

    public static async Task<KeySocket> Open(Uri server, string? apiKey)
    {
        var socket = new KeySocket();
        socket._socket.Options.AddSubProtocol("graphql-transport-ws");
        if (apiKey is not null) socket._socket.Options.SetRequestHeader(ShownKey.ApiKeyHeader, apiKey);
        await socket._socket.ConnectAsync(new Uri($"ws://{server.Authority}/graphql"), Cancellation);
        return socket;
    }

    public Task Init(string? payload) => Send(payload is null ? """{"type":"connection_init"}""" : $"{{\"type\":\"connection_init\",\"payload\":{payload}}}");

    public Task Send(string message) => _socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, Cancellation);

    /// <summary>The next message, or why the server has closed the socket.</summary>
    public async Task<string> Receive()
    {
        var buffer = new byte[4096];
        var received = await _socket.ReceiveAsync(buffer, Cancellation);
        return received.MessageType == WebSocketMessageType.Close
            ? $"closed {(int)_socket.CloseStatus!} {_socket.CloseStatusDescription}"
            : Encoding.UTF8.GetString(buffer, 0, received.Count);
    }

    public void Dispose() => _socket.Dispose();
}
