using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport.Http;
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
        var services = endpoints.ServiceProvider;
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("GovGraph.GraphQL");
        var serverStops = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var gate = new ExecutionGate(options.MaxConcurrentExecutions, options.MaxWaitingExecutions);
        var runner = new OperationRunner(engine, options, gate);
        var sdl = new SdlDownload(engine.PrintSchema, options.TimeProvider);
        var formats = new ResponseFormats(
            new EventStreamFormat(options.EventStreamKeepAlive, options.TimeProvider, serverStops),
            new JsonLinesFormat(serverStops));
        var http = new HttpTransport(new Responder(runner), options, new ContentTypes(engine.TakesUploads), formats, sdl, logger);
        var sockets = new WebSocketTransport(runner, options, logger, serverStops);
        var other = WithWebSockets(endpoints, options.Sockets, context =>
            context.WebSockets.IsWebSocketRequest ? sockets.InvokeAsync(context) : http.InvokeAsync(context));

        // A POST is never the beginning of a socket, and must be quick.
        return endpoints
            .Map(pattern, context => HttpMethods.IsPost(context.Request.Method) ? http.InvokeAsync(context) : other(context))
            .WithDisplayName("GraphQL");
    }

    private static RequestDelegate WithWebSockets(IEndpointRouteBuilder endpoints, SocketOptions options, RequestDelegate next)
    {
        var accepted = new WebSocketOptions();
        foreach (var origin in options.AllowedOrigins) accepted.AllowedOrigins.Add(origin);
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWebSockets(accepted);
        pipeline.Run(next);
        return pipeline.Build();
    }
}
