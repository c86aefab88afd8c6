using System.Buffers;
using System.Net.WebSockets;

namespace GovGraph.GraphQL.Transport.WebSockets;

/// <summary>Puts the frames of a socket together into whole messages.</summary>
internal sealed class SocketReader(WebSocket socket, int maxBytes) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4096);

    /// <summary>The next message; or why there will be none; or neither, when the client closed the socket.</summary>
    public async ValueTask<(byte[]? Message, CloseReason? Violation)> ReadAsync()
    {
        var length = 0;
        while (true)
        {
            var frame = await socket.ReceiveAsync(_buffer.AsMemory(length), CancellationToken.None);
            length += frame.Count;
            if (frame.MessageType == WebSocketMessageType.Close) return (null, null);
            if (frame.MessageType == WebSocketMessageType.Binary) return (null, CloseReason.BadRequest("Messages must be text"));
            if (length > maxBytes) return (null, CloseReason.MessageTooBig(maxBytes));

            // A copy of its own, for an operation may outlive many messages.
            if (frame.EndOfMessage) return (_buffer.AsSpan(0, length).ToArray(), null);
            if (length == _buffer.Length) Grow();
        }
    }

    /// <summary>Reads on, whatever comes, until the client closes the socket.</summary>
    public async ValueTask DrainAsync()
    {
        while ((await socket.ReceiveAsync(_buffer.AsMemory(), CancellationToken.None)).MessageType != WebSocketMessageType.Close)
        {
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
