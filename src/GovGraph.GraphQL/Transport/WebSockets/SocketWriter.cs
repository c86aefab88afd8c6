using System.Net.WebSockets;
using GovGraph.GraphQL.Execution;

namespace GovGraph.GraphQL.Transport.WebSockets;

/// <summary>Sends messages one after the other, whoever has them. A client that does not take one in time loses the socket.</summary>
internal sealed class SocketWriter(WebSocket socket, TimeSpan timeout, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Sends the message and disposes of it. Nothing is sent once it has been cancelled.</summary>
    public async Task SendAsync(JsonWriter message, CancellationToken cancellation)
    {
        using (message)
        {
            await _turn.WaitAsync(cancellation);
            try
            {
                // The token does not go into the socket: cancelling one operation would tear it down for all.
                await LimitAsync(socket.SendAsync(message.WrittenMemory, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None));
            }
            finally
            {
                _turn.Release();
            }
        }
    }

    /// <summary>Tells the client that nothing more will come, and why.</summary>
    public async Task CloseAsync(CloseReason reason)
    {
        await _turn.WaitAsync(CancellationToken.None);
        try
        {
            await LimitAsync(new ValueTask(socket.CloseOutputAsync((WebSocketCloseStatus)reason.Code, reason.Text, CancellationToken.None)));
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async ValueTask LimitAsync(ValueTask sending)
    {
        if (sending.IsCompletedSuccessfully) return;
        var task = sending.AsTask();
        try
        {
            await task.WaitAsync(timeout, time);
        }
        catch (TimeoutException)
        {
            // The message's buffer must not go back to the pool while the socket may still read it.
            socket.Abort();
            await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new WebSocketException(WebSocketError.ConnectionClosedPrematurely, "The client did not take a message in time.");
        }
    }
}
