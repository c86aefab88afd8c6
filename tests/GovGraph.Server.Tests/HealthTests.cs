using System.Net;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>What a load balancer or an orchestrator asks.</summary>
public sealed class HealthTests(ServerFixture embedded)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_server_whose_store_answers_is_live_and_ready(string path) =>
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await Ask(embedded.Server.Client, path));

    [Fact]
    public async Task A_server_whose_store_fails_is_live_but_not_ready_and_only_the_log_says_why()
    {
        await using var server = await InProcessServer.Start(new ThrowingStore());

        Assert.Equal((HttpStatusCode.OK, "Healthy"), await Ask(server.Client, "/health/live"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await Ask(server.Client, "/health/ready"));
        Assert.Contains(ThrowingStore.Secret, Assert.Single(server.Log), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_gives_no_answer_is_not_waited_for()
    {
        await using var server = await InProcessServer.Start(new WaitingStore());

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await Ask(server.Client, "/health/ready"));
    }

    [Fact]
    public async Task A_server_is_not_ready_while_MongoDB_is_away()
    {
        var mongo = await MongoDouble.Start();
        await using var server = await RunningServer.Start(
            "/nowhere", $"--GovGraph:Storage:ConnectionString={mongo.Uri()}", "--GovGraph:Seeds=");
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await Ask(server.Client, "/health/ready"));

        await mongo.Kill();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await Ask(server.Client, "/health/ready"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await Ask(server.Client, "/health/live"));

        await using var again = await MongoDouble.Start("--port", $"{mongo.Port}");
        var (status, asked) = (HttpStatusCode.ServiceUnavailable, 0);
        // The driver looks for the server once in a while; each answer takes two seconds at most.
        while (status != HttpStatusCode.OK && asked++ < 15) (status, _) = await Ask(server.Client, "/health/ready");
        Assert.Equal(HttpStatusCode.OK, status);
        await mongo.DisposeAsync();
    }

    [Fact]
    public async Task A_server_whose_folder_is_gone_is_not_ready()
    {
        var data = new TemporaryFolder();
        await using var server = await RunningServer.Start(data.Path, "--GovGraph:Seeds=");
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await Ask(server.Client, "/health/ready"));

        data.Dispose();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await Ask(server.Client, "/health/ready"));
    }

    private static async Task<(HttpStatusCode Status, string Text)> Ask(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, Cancellation);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation));
    }
}
