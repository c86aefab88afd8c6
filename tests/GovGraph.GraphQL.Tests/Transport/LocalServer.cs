using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using GovGraph.GraphQL.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport;

/// <summary>A GraphQL endpoint on a port of its own, asked over real sockets.</summary>
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private LocalServer(WebApplication app, Uri address) =>
        (_app, Address, _client) = (app, address, new HttpClient { BaseAddress = address });

    public Uri Address { get; }

    public Uri Endpoint => new(Address, "graphql");

    public static Task<LocalServer> StartAsync(Engine? engine = null, TransportOptions? options = null) =>
        StartAsync(_ => { }, app => app.MapGraphQL("/graphql", engine ?? EchoEngine.Create(), options ?? new TransportOptions()));

    public static async Task<LocalServer> StartAsync(Action<IServiceCollection> addServices, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        addServices(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new LocalServer(app, new Uri(addresses.Addresses.First()));
    }

    public Task<Answer> PostAsync(string json, string? accept = null) =>
        SendAsync(HttpMethod.Post, "graphql", accept, new StringContent(json, Encoding.UTF8, "application/json"));

    public Task<Answer> GetAsync(string query, string? accept = null) => SendAsync(HttpMethod.Get, "graphql" + query, accept);

    public async Task<Answer> SendAsync(
        HttpMethod method, string path, string? accept = null, HttpContent? content = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (accept is not null) request.Headers.TryAddWithoutValidation("Accept", accept);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return await Answer.ReadAsync(response);
    }

    /// <summary>Sends a subscription and gives the answer as it is written.</summary>
    public async Task<StreamReader> OpenEventStreamAsync(string query, string accept = "text/event-stream")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.TryAddWithoutValidation("Accept", accept);
        var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)response.StatusCode);
        return new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Stops the server as an operator does: what runs may end.</summary>
    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    /// <summary>Sends bytes as they are and gives all that is answered until the server closes the connection.</summary>
    public async Task<string> SendRawAsync(string bytes)
    {
        using var connection = await ConnectAsync(bytes);
        using var reader = new StreamReader(connection, Encoding.UTF8);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Sends bytes as they are and hangs up.</summary>
    public async Task SendRawAndLeaveAsync(string bytes)
    {
        using var connection = await ConnectAsync(bytes);
    }

    private async Task<NetworkStream> ConnectAsync(string bytes)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, Address.Port, TestContext.Current.CancellationToken);
        await socket.SendAsync(Encoding.Latin1.GetBytes(bytes), TestContext.Current.CancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}
