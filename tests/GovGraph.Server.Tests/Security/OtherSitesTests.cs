using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using GovGraph.Server.Tests.Access;
using GovGraph.Storage.Files;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GovGraph.Server.Tests.Security;

/// <summary>What a page of another site can make its reader's browser do.</summary>
public sealed class OtherSitesTests(ServerFixture fixture)
{
    private const string Mutation = """{"query":"mutation { updateTaskStatus(input: { taskId: \"my-hoa-hung-2024-kstthc/1.1\", status: IN_PROGRESS }) { errors { __typename } } }"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task A_form_that_any_page_can_send_changes_nothing(string contentType)
    {
        using var request = FromAnotherSite(HttpMethod.Post);
        request.Content = new StringContent(Mutation, new MediaTypeHeaderValue(contentType));
        using var response = await fixture.Server.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task A_link_that_any_page_can_have_changes_nothing()
    {
        using var request = FromAnotherSite(HttpMethod.Get, "?query=" + Uri.EscapeDataString("mutation { updateTaskStatus(input: { taskId: \"x\", status: IN_PROGRESS }) { errors { __typename } } }"));
        using var response = await fixture.Server.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task A_browser_that_asks_whether_another_site_may_is_not_told_that_it_may()
    {
        using var request = FromAnotherSite(HttpMethod.Options);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type,graphql-preflight,authorization");
        using var response = await fixture.Server.Client.SendAsync(request, Cancellation);

        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        Assert.False(response.IsSuccessStatusCode);
    }

    [Fact]
    public async Task What_is_answered_can_t_be_read_by_another_site()
    {
        using var request = FromAnotherSite(HttpMethod.Get, "?query={plans{totalCount}}");
        using var response = await fixture.Server.Client.SendAsync(request, Cancellation);

        Assert.Equal("""{"data":{"plans":{"totalCount":5}}}""", await response.Content.ReadAsStringAsync(Cancellation));
        Assert.DoesNotContain(response.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Its_page_opens_no_socket()
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.SetRequestHeader("Origin", "https://evil.example");
        var address = new UriBuilder(fixture.Server.Address) { Scheme = "ws" }.Uri;

        var fault = await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, Cancellation));
        Assert.Equal("The server returned status code '403' when status code '101' was expected.", fault.Message);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example")]
    public async Task Its_name_for_this_machine_opens_nothing_while_there_are_no_keys(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(Mutation, new MediaTypeHeaderValue("application/json")) };
        request.Headers.Host = $"{host}:{fixture.Server.Address.Port}";
        using var response = await fixture.Server.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    public async Task Its_name_opens_nothing_where_anyone_may_ask_for_some_names(string host, HttpStatusCode status)
    {
        using var folder = new TemporaryFolder();
        await using var plans = FileStore.Open(new FileStoreOptions { Path = folder.Path });
        await using var server = await InProcessServer.Start(plans, new HeldKeys(), LogLevel.Error, "--GovGraph:Access:AllowAnyone=true", "--AllowedHosts=localhost;127.0.0.1");
        using var request = FromAnotherSite(HttpMethod.Get, "?query={plans{totalCount}}");
        request.Headers.Host = $"{host}:{server.Client.BaseAddress!.Port}";
        using var response = await server.Client.SendAsync(request, Cancellation);

        Assert.Equal(status, response.StatusCode);
    }

    private static HttpRequestMessage FromAnotherSite(HttpMethod method, string query = "")
    {
        var request = new HttpRequestMessage(method, $"/graphql{query}");
        request.Headers.Add("Origin", "https://evil.example");
        return request;
    }
}
