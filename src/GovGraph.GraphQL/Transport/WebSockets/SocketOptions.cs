using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport.WebSockets;

/// <summary>What a WebSocket may do and how long it may take.</summary>
/// <remarks>How many sockets there may be is Kestrel's to say: <c>Limits.MaxConcurrentUpgradedConnections</c>.</remarks>
public sealed record SocketOptions
{
    /// <summary>The sites whose pages may open a socket; the server's own alone where none is named. Programs that are no browsers name no site.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>How long a client may take to send <c>connection_init</c>.</summary>
    public TimeSpan ConnectionInitTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How often the client is asked whether it is still there. After two questions without a sign of life it is not.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a client may take to receive one message, and to answer a close.</summary>
    public TimeSpan SendTimeout { get; init; } = TimeSpan.FromSeconds(30);

    public int MaxMessageBytes { get; init; } = 1024 * 1024;

    /// <summary>How many operations one socket may run at once.</summary>
    public int MaxOperations { get; init; } = 100;

    /// <summary>Asked about each <c>connection_init</c>, with its payload; false closes the socket as forbidden.</summary>
    public Func<HttpContext, JsonElement, CancellationToken, ValueTask<bool>>? OnConnectionInit { get; init; }
}
