using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GovGraph.GraphQL.Transport.WebSockets;

/// <summary>GraphQL over WebSocket, subprotocol graphql-transport-ws.</summary>
/// <seealso href="https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md"/>
internal sealed class WebSocketTransport(OperationRunner runner, TransportOptions options, ILogger logger, CancellationToken serverStops)
{
    private const string Subprotocol = "graphql-transport-ws";

    public async Task InvokeAsync(HttpContext context)
    {
        // Browsers let the page of any site open a socket, and only tell us which: no site's page may use what its reader's machine may.
        if (options.Sockets.AllowedOrigins.Count == 0 && !IsOfOwnSite(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var isSpoken = context.WebSockets.WebSocketRequestedProtocols.Contains(Subprotocol);
        using var socket = await context.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = isSpoken ? Subprotocol : null,

            // The protocol has pings of its own, which show that more than the client's network stack is alive.
            KeepAliveInterval = Timeout.InfiniteTimeSpan,
        });
        using var connection = new SocketConnection(socket, context, runner, options, logger);
        if (!isSpoken) connection.Close(CloseReason.SubprotocolNotAcceptable);
        using var stopping = serverStops.Register(() => connection.Close(CloseReason.GoingAway));
        await connection.RunAsync();
    }

    // The scheme is a proxy's to choose.
    private static bool IsOfOwnSite(HttpRequest request) => request.Headers.Origin is not { Count: > 0 } origin
        || (Uri.TryCreate(origin, UriKind.Absolute, out var site) && site.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
