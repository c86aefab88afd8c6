using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using GovGraph.Server.Access;
using GovGraph.Server.Tests.Commands;
using Xunit;

namespace GovGraph.Server.Tests.Access;

/// <summary>What a key has opened ends with it, on both stores.</summary>
public abstract class LostKeyTests : IAsyncLifetime
{
    private const string Subscription = "subscription { onTaskChanged { cursor } }";

    private readonly TemporaryFolder _data = new();

    /// <summary>Where the keys are, as commands and the server call it.</summary>
    private protected abstract string Store { get; }

    private protected string Folder => _data.Path;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_key_has_opened_ends_when_it_is_revoked()
    {
        var (owner, partner) = (Keys("create", "--name", "chủ", "--scopes", "admin").Trim(), Keys("create", "--name", "đối tác", "--scopes", "read").Trim());
        await using var server = await Start("--GovGraph:Webhooks:AllowLoopback=true");
        await using var receiver = new Receiver();
        await Send(server, partner, $$"""mutation { createWebhook(input: { url: "{{receiver.Url}}" }) { errors { __typename } } }""");
        var streams = new List<StreamReader>();
        foreach (var accept in (string[])["text/event-stream", "application/jsonl", "*/*"]) streams.Add(await Open(server, partner, accept));
        using var socket = await KeySocket.Open(server.Address, apiKey: null);
        await socket.Init($$"""{"X-Api-Key":"{{partner}}"}""");
        Assert.Equal("""{"type":"connection_ack"}""", await socket.Receive());
        using var stays = await Open(server, owner, "application/jsonl");

        Keys("revoke", "đối tác");

        foreach (var stream in streams) await Assert.ThrowsAnyAsync<IOException>(() => stream.ReadToEndAsync(Cancellation));
        Assert.Equal("closed 4403 Forbidden", await socket.Receive());
        await Send(server, owner, """mutation { updateTaskStatus(input: { taskId: "thuong-lo-2020-cchc/1.3.2", status: IN_PROGRESS }) { errors { __typename } } }""");
        Assert.StartsWith("""{"data":{"onTaskChanged":{"cursor":""", await stays.ReadLineAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal("""{"state":"DISABLED","disabledBecause":"The key that made it is not taken any more.","deliveries":[]}""", await DisabledWebhook(server, owner));
        Assert.True(receiver.IsQuiet);
        streams.ForEach(stream => stream.Dispose());
    }

    public abstract ValueTask InitializeAsync();

    public virtual ValueTask DisposeAsync()
    {
        _data.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected abstract Task<RunningServer> Start(params string[] settings);

    private string Keys(params string[] args)
    {
        var (exitCode, output, error) = CommandTest.Run(["keys", .. args, "--store", Store]);
        Assert.True(exitCode == 0, error);
        return output;
    }

    private static async Task<StreamReader> Open(RunningServer server, string key, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = JsonContent.Create(new { query = Subscription }) };
        request.Headers.Add(ShownKey.ApiKeyHeader, key);
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        var response = await server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
        return new StreamReader(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(Cancellation));
    }

    private static async Task<JsonElement> Send(RunningServer server, string key, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = JsonContent.Create(new { query }) };
        request.Headers.Add(ShownKey.ApiKeyHeader, key);
        using var response = await server.Client.SendAsync(request, Cancellation);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.DoesNotContain("__typename", answer.GetRawText(), StringComparison.Ordinal);
        return answer.GetProperty("data");
    }

    private static async Task<string> DisabledWebhook(RunningServer server, string key)
    {
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var webhook = (await Send(server, key, "{ webhooks { state disabledBecause deliveries { error } } }")).GetProperty("webhooks")[0];
            if (webhook.GetProperty("state").GetString() == "DISABLED") return webhook.GetRawText();
            over.Token.ThrowIfCancellationRequested();
        }
    }
}

public sealed class EmbeddedLostKeyTests : LostKeyTests
{
    private protected override string Store => Folder;

    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    private protected override Task<RunningServer> Start(params string[] settings) => RunningServer.Start(Folder, settings);
}

public sealed class MongoLostKeyTests : LostKeyTests
{
    private MongoDouble _double = null!;

    private protected override string Store => _double.Uri(options: "?replicaSet=rs0");

    public override async ValueTask InitializeAsync() => _double = await MongoDouble.Start("--replica-set", "rs0");

    public override async ValueTask DisposeAsync()
    {
        await _double.DisposeAsync();
        await base.DisposeAsync();
    }

    private protected override Task<RunningServer> Start(params string[] settings) =>
        RunningServer.Start(Folder, [$"--GovGraph:Storage:ConnectionString={Store}", .. settings]);
}
