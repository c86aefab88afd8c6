using GovGraph.GraphQL.Diagnostics;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport.Export;
using GovGraph.GraphQL.Transport.Http;
using GovGraph.GraphQL.Transport.Persisted;
using GovGraph.GraphQL.Transport.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GovGraph.GraphQL.Transport;

/// <summary>Puts the transports at an address.</summary>
public static class GraphQLEndpoint
{
    /// <summary>Answers GraphQL requests by the <see cref="RequestExecutor"/> among the services, within the <see cref="TransportOptions"/> there, if any.</summary>
    public static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string pattern = "/graphql") => endpoints.MapGraphQL(
        pattern,
        Engine.Of(endpoints.ServiceProvider.GetRequiredService<RequestExecutor>()),
        endpoints.ServiceProvider.GetService<TransportOptions>() ?? new TransportOptions());

    internal static IEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string pattern, Engine engine, TransportOptions options)
    {
        var logger = endpoints.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger("GovGraph.GraphQL");
        var serverStops = endpoints.ServiceProvider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var trusted = options.Persisted.TrustedFolder is { } folder ? TrustedDocuments.Read(folder, engine.Validate) : TrustedDocuments.None;
        var automatic = new AutomaticDocuments(options.Persisted);
        var gate = new ExecutionGate(options.MaxConcurrentExecutions, options.MaxWaitingExecutions);
        engine.Diagnostics?.Watch(gate);
        var runner = new OperationRunner(engine, options, gate, new DocumentFinder(options.Persisted, trusted, automatic), automatic);
        var exporter = new Exporter(runner, engine, options.ExportPageSize, logger);
        var formats = new ResponseFormats(
            new EventStreamFormat(options.EventStreamKeepAlive, options.TimeProvider, serverStops),
            new JsonLinesFormat(serverStops));
        var boundary = new FaultBoundary(formats, logger, engine.Diagnostics);
        var http = Around(new HttpTransport(
            new Responder(runner, exporter, options),
            options,
            new ContentTypes(engine.TakesUploads),
            formats,
            new SdlDownload(engine.PrintSchema, options.TimeProvider, isForAnyone: options.Admit is null),
            engine.Diagnostics).AnswerAsync);
        var sockets = WithWebSockets(endpoints, options.Sockets, new WebSocketTransport(runner, options, logger, serverStops), http);

        var group = endpoints.MapGroup(pattern);

        // A POST is never the beginning of a socket, and must be quick.
        group.Map("", context => HttpMethods.IsPost(context.Request.Method) ? http(context) : sockets(context)).WithDisplayName("GraphQL");
        if (options.Persisted.TrustedFolder is not null)
        {
            group.Map(PersistedRoute.Pattern, Around(new PersistedRoute(runner, exporter, formats, options).AnswerAsync)).WithDisplayName("GraphQL persisted");
        }

        return group;

        RequestDelegate Around(Func<HttpContext, ValueTask<RequestFault?>> answer) => HttpSpans.Around(boundary.Around(answer), engine.Diagnostics);
    }

    private static RequestDelegate WithWebSockets(
        IEndpointRouteBuilder endpoints, SocketOptions options, WebSocketTransport transport, RequestDelegate otherwise)
    {
        var accepted = new WebSocketOptions();
        foreach (var origin in options.AllowedOrigins) accepted.AllowedOrigins.Add(origin);
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets(accepted);
        pipeline.Run(context => context.WebSockets.IsWebSocketRequest ? transport.InvokeAsync(context) : otherwise(context));
        return pipeline.Build();
    }
}
