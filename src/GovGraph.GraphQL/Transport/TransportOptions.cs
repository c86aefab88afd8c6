using GovGraph.GraphQL.Costs;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport.Batching;
using GovGraph.GraphQL.Transport.Http;
using GovGraph.GraphQL.Transport.Persisted;
using GovGraph.GraphQL.Transport.Uploads;
using GovGraph.GraphQL.Transport.WebSockets;
using Microsoft.AspNetCore.Http;

namespace GovGraph.GraphQL.Transport;

/// <summary>What a GraphQL endpoint takes and gives over the network.</summary>
/// <remarks>
/// How slowly a body may arrive and an answer be taken is Kestrel's to say: its minimum data rates
/// (240 bytes a second by default) end such connections. How much one caller may ask is <see cref="Budget"/>'s.
/// </remarks>
public sealed record TransportOptions
{
    /// <summary>The largest body of a request that is not an upload.</summary>
    public int MaxBodyBytes { get; init; } = 20 * 1000 * 1024;

    /// <summary>How many operations may execute at once.</summary>
    public int MaxConcurrentExecutions { get; init; } = 64;

    /// <summary>How many more may wait for their turn; beyond them a request is answered 503 at once.</summary>
    public int MaxWaitingExecutions { get; init; } = 1024;

    /// <summary>How many rows of an export are asked for at once: as many as the schema gives on a page.</summary>
    public int ExportPageSize { get; init; } = 50;

    /// <summary>Whether <c>GET ?sdl</c> gives the schema. Turn it off together with introspection.</summary>
    public bool ServesSdl { get; init; } = true;

    /// <summary>Answers a browser's GET. By default a page that says what the endpoint is and how to query it.</summary>
    public RequestDelegate IdePage { get; init; } = PlainPage.WriteAsync;

    /// <summary>Decides whether a request is let in, before anything of it is read: gives the fault that it is answered with, or null. A browser's page is given to anyone; sockets ask <see cref="SocketOptions.OnConnectionInit"/>.</summary>
    public Func<HttpContext, ValueTask<RequestFault?>>? Admit { get; init; }

    /// <summary>Completes when whoever was let in is so no more: what is still open then, a stream or a socket, is closed. Asked once for each, and cancelled when it is closed before.</summary>
    public Func<HttpContext, CancellationToken, Task>? Dismissed { get; init; }

    /// <summary>Fills the state that resolvers see, once per operation.</summary>
    public Action<HttpContext, RequestState>? PrepareState { get; init; }

    /// <summary>Who pays for the operations of a request; null for nobody.</summary>
    public Func<HttpContext, Spend?>? Budget { get; init; }

    /// <summary>How often a quiet event stream shows that it lives.</summary>
    public TimeSpan EventStreamKeepAlive { get; init; } = TimeSpan.FromSeconds(12);

    public PersistedOptions Persisted { get; init; } = new();

    public UploadOptions Uploads { get; init; } = new();

    public BatchingOptions Batching { get; init; } = new();

    public SocketOptions Sockets { get; init; } = new();

    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
