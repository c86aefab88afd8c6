using System.Collections.Concurrent;
using System.Net.WebSockets;
using GovGraph.GraphQL.Transport.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GovGraph.GraphQL.Transport.WebSockets;

/// <summary>One socket: greeting, operations side by side, pings, and an orderly end.</summary>
/// <seealso href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md"/>
internal sealed partial class SocketConnection(
    WebSocket socket, HttpContext context, OperationRunner runner, TransportOptions options, ILogger logger) : IDisposable
{
    private const int UnansweredPings = 2;
    private static readonly TimeSpan s_closeTimeout = TimeSpan.FromSeconds(5);

    private readonly SocketReader _reader = new(socket, options.Sockets.MaxMessageBytes);
    private readonly SocketWriter _writer = new(socket, options.Sockets.SendTimeout, options.TimeProvider);
    private readonly ConcurrentDictionary<string, SocketOperation> _operations = [];

    // Those too that gave up their id: they hold the request that the socket came by until they are over.
    private readonly ConcurrentDictionary<SocketOperation, bool> _running = [];
    private readonly TaskCompletionSource<CloseReason> _closing = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
    private int _pingsUnanswered;

    /// <summary>Asks for the end of the connection; the first reason given is the one told.</summary>
    public void Close(CloseReason reason) => _closing.TrySetResult(reason);

    /// <summary>Serves the socket until the client leaves or <see cref="Close"/> is called.</summary>
    public async Task RunAsync()
    {
        var receiving = ReceiveAsync();
        var watching = Task.WhenAll(LimitInitialisationAsync(), PingAsync());
        await Task.WhenAny(receiving, _closing.Task);
        await _ended.CancelAsync();
        await SayGoodbyeAsync(receiving);

        // Once both sides have closed, the line must not be cut: the last frame may still be on its way.
        if (socket.State is not (WebSocketState.Closed or WebSocketState.Aborted)) socket.Abort();
        await Task.WhenAll(receiving, watching);
        if (_dismissal is not null) await _dismissal.DisposeAsync();
        await Task.WhenAll(_running.Keys.Select(operation => operation.Completion));
    }

    public void Dispose()
    {
        _ended.Dispose();
        _reader.Dispose();
        _writer.Dispose();
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (!_closing.Task.IsCompleted)
            {
                var (message, violation) = await _reader.ReadAsync();
                if (message is null && violation is null) return;
                Volatile.Write(ref _pingsUnanswered, 0);
                if (message is not null) violation = await HandleAsync(message);
                if (violation is not null) Close(violation);
            }

            await _reader.DrainAsync();
        }
        catch (Exception exception) when (IsLoss(exception))
        {
            // The line dropped, the socket was given up, or it ended itself over a broken frame or text that is not UTF-8.
        }
    }

    private async Task LimitInitialisationAsync()
    {
        await Task.Delay(options.Sockets.ConnectionInitTimeout, options.TimeProvider, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_isInitialised) Close(CloseReason.ConnectionInitialisationTimeout);
    }

    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(options.Sockets.PingInterval, options.TimeProvider);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token))
            {
                if (!_isAcknowledged) continue;
                if (Interlocked.Increment(ref _pingsUnanswered) > UnansweredPings)
                {
                    socket.Abort();
                    return;
                }

                await _writer.SendAsync(ServerMessage.Ping(), _ended.Token);
            }
        }
        catch (Exception exception) when (IsLoss(exception))
        {
            // There is nobody to ask any more.
        }
    }

    /// <summary>Sends a close, or answers the client's, and waits a moment for the client to have done the same.</summary>
    private async Task SayGoodbyeAsync(Task receiving)
    {
        var reason = _closing.Task.IsCompleted ? await _closing.Task : CloseReason.NormalClosure;
        try
        {
            var said = socket.State is WebSocketState.Open or WebSocketState.CloseReceived ? _writer.CloseAsync(reason) : Task.CompletedTask;
            await Task.WhenAll(said, receiving).WaitAsync(s_closeTimeout, options.TimeProvider);
        }
        catch (Exception exception) when (IsLoss(exception) || exception is TimeoutException)
        {
            // Then without.
        }
    }

    private static bool IsLoss(Exception exception) =>
        exception is WebSocketException or OperationCanceledException or ObjectDisposedException;
}
