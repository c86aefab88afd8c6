using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Types;
using GovGraph.Server.Ide;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GovGraph.Server.Tests.Ide;

/// <summary>A server on 127.0.0.1 with GraphiQL at /graphql and a schema behind it that counts.</summary>
internal sealed class IdeServer : IAsyncDisposable
{
    public const string NotBuilt = "GraphiQL is not in this build: there was no Node.js, or npm failed.";

    private const string Sdl =
        """
        type Query { one: Int! }
        type Subscription { count(to: Int!): Int! }
        """;

    private readonly WebApplication _app;

    private IdeServer(WebApplication app)
    {
        _app = app;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
        Http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
    }

    public static bool HasPage { get; } = typeof(IdeEndpoint).Assembly.GetManifestResourceNames().Contains("ide/index.html");

    public HttpClient Http { get; }

    public Uri Page => new(Http.BaseAddress!, "/graphql");

    public static async Task<IdeServer> StartAsync()
    {
        var bindings = new SchemaBindings()
            .Root("Query", query => query.Field("one", _ => 1))
            .Stream("count", context => Enumerable.Range(1, context.Argument<int>("to")).ToAsyncEnumerable());
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new RequestExecutor(BoundSchema.Create(SchemaBuilder.Build(Sdl).Schema!, bindings), new ExecutionOptions()));
        builder.Services.AddSingleton(new TransportOptions { IdePage = IdeEndpoint.AnswerWithPageAsync });
        var app = builder.Build();
        app.MapGraphQL();
        app.MapIde();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new IdeServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
