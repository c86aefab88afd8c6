using GovGraph.Server.Ide;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GovGraph.Server.Tests.Ide;

/// <summary>A server on 127.0.0.1 with GraphiQL at /graphql and an endpoint of the test's own behind it.</summary>
internal sealed class IdeServer : IAsyncDisposable
{
    public const string NotBuilt = "GraphiQL is not in this build: there was no Node.js, or npm failed.";

    private readonly WebApplication _app;

    private IdeServer(WebApplication app)
    {
        _app = app;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public Uri Page => new(Http.BaseAddress!, "/graphql");

    public static bool HasPage { get; } = typeof(IdeEndpoint).Assembly.GetManifestResourceNames().Contains("ide/index.html");

    public static async Task<IdeServer> StartAsync(RequestDelegate? graphQL = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapIde();
        app.MapGet("/graphql", IdeEndpoint.AnswerWithPageAsync);
        if (graphQL is not null) app.MapPost("/graphql", graphQL);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new IdeServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
