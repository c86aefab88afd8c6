using System.Text.Json;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>Webhooks through the public schema, over both stores, with restarts.</summary>
public abstract class WebhookTests : IAsyncLifetime
{
    private const string Create = "mutation($input: CreateWebhookInput!) { createWebhook(input: $input) { webhook { id state where } secret errors { __typename ... on Error { code message } ... on ValidationError { path } } } }";
    private const string Status = "mutation($task: ID!, $status: TaskStatus!) { updateTaskStatus(input: { taskId: $task, status: $status }) { errors { __typename } } }";

    private protected TemporaryFolder Data { get; } = new();

    public abstract ValueTask InitializeAsync();

    public virtual ValueTask DisposeAsync()
    {
        Data.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private protected abstract Task<RunningServer> Start(params string[] settings);

    private protected abstract Task End(RunningServer server);

    [Fact]
    public async Task What_happened_while_a_server_or_a_partner_was_away_is_sent_later_and_once_more_when_it_is_asked_for()
    {
        await using var receiver = new Receiver();
        string id;
        await using (var server = await Start("--GovGraph:Webhooks:AllowLoopback=true"))
        {
            var made = (await server.Send(Create, new { input = new { url = receiver.Url, where = new { plan = new { id = new { eq = "thuong-lo-2020-cchc" } } } } })).GetProperty("data").GetProperty("createWebhook");
            Assert.Equal(JsonValueKind.Null, made.GetProperty("errors").ValueKind);
            Assert.StartsWith("whsec_", made.GetProperty("secret").GetString(), StringComparison.Ordinal);
            id = made.GetProperty("webhook").GetProperty("id").GetString()!;
            Assert.Equal("""{"plan":{"id":{"eq":"thuong-lo-2020-cchc"}}}""", made.GetProperty("webhook").GetProperty("where").GetString());

            receiver.Answer(200);
            await Set(server, "my-hoa-hung-2024-kstthc/1.1", "IN_PROGRESS");
            await Set(server, "thuong-lo-2020-cchc/1.3.2", "IN_PROGRESS");
            Assert.Equal("thuong-lo-2020-cchc@2", (await receiver.Next()).ChangeId);

            // It ends while the next one is on its way.
            await Set(server, "thuong-lo-2020-cchc/1.3.2", "SUSPENDED");
            await receiver.Next();
            await End(server);
        }

        await using var again = await Start("--GovGraph:Webhooks:AllowLoopback=true");
        receiver.Answer(200, 200, 200);
        var sent = await receiver.Next();
        Assert.Equal("thuong-lo-2020-cchc@3", sent.ChangeId);

        var replay = await again.Send("mutation($id: ID!) { replayWebhookDelivery(input: { deliveryId: $id }) { delivery { id isReplay isDelivered changeId } errors { __typename } } }", new { id = sent.Id });
        Assert.Equal(
            $$$$"""{"data":{"replayWebhookDelivery":{"delivery":{"id":"{{{{sent.Id}}}}","isReplay":true,"isDelivered":true,"changeId":"thuong-lo-2020-cchc@3"},"errors":null}}}""",
            replay.GetRawText());
        Assert.Equal(
            $$$$"""{"data":{"deleteWebhook":{"webhook":{"id":"{{{{id}}}}"},"errors":null}}}""",
            (await again.Send("mutation($id: ID!) { deleteWebhook(input: { webhookId: $id }) { webhook { id } errors { __typename } } }", new { id })).GetRawText());
        Assert.Equal("""{"data":{"webhooks":[]}}""", (await again.Send("{ webhooks { id } }")).GetRawText());
    }

    [Fact]
    public async Task A_retry_with_a_key_answers_with_the_webhook_and_its_secret_and_makes_no_other()
    {
        await using var server = await Start();
        async Task<string> Ask(string url, bool validateOnly = false) =>
            (await server.Send(Create, new { input = new { url, idempotencyKey = "k", validateOnly } })).GetProperty("data").GetProperty("createWebhook").GetRawText();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ask("https://example.vn/a")));
        var first = Assert.Single(answers.Distinct());
        Assert.Contains("\"secret\":\"whsec_", first, StringComparison.Ordinal);
        Assert.Equal(first, await Ask("https://example.vn/a", validateOnly: true));
        Assert.Equal(
            """{"webhook":null,"secret":null,"errors":[{"__typename":"IdempotencyKeyReusedError","code":"IDEMPOTENCY_KEY_REUSED","message":"This idempotency key was used for another input within the last 7 days: take a new key for a new change."}]}""",
            await Ask("https://example.vn/b"));
        Assert.Equal(1, (await server.Send("{ webhooks { id } }")).GetProperty("data").GetProperty("webhooks").GetArrayLength());
    }

    [Fact]
    public async Task A_wrong_webhook_is_refused_and_nothing_is_written_on_trial()
    {
        await using var server = await Start();

        Assert.Equal(
            """[{"__typename":"ValidationError","code":"VALIDATION_FAILED","message":"Name an https address that everybody can reach, without a user name: https://example.vn/webhooks.","path":["url"]},{"__typename":"ValidationError","code":"VALIDATION_FAILED","message":"A secret is 'whsec_' and 24 to 64 random bytes in base64. Leave it out to have one made.","path":["secret"]},{"__typename":"ValidationError","code":"VALIDATION_FAILED","message":"This is no cursor of changes: take one of `onTaskChanged`, or of `changes` without `where` and `since`.","path":["after"]}]""",
            (await server.Send(Create, new { input = new { url = "http://169.254.169.254/", secret = "1234", after = "none" } })).GetProperty("data").GetProperty("createWebhook").GetProperty("errors").GetRawText());
        Assert.Equal(
            "null", (await server.Send(Create, new { input = new { url = "https://example.vn/", validateOnly = true } })).GetProperty("data").GetProperty("createWebhook").GetProperty("secret").GetRawText());
        Assert.Equal("""{"data":{"webhooks":[]}}""", (await server.Send("{ webhooks { id } }")).GetRawText());
        Assert.Equal(
            """{"data":{"enableWebhook":{"errors":[{"code":"WEBHOOK_NOT_FOUND","message":"There is no webhook 'wh1' of this key."}]}}}""",
            (await server.Send("""mutation { enableWebhook(input: { webhookId: "wh1" }) { errors { ... on Error { code message } } } }""")).GetRawText());
    }

    private static async Task Set(RunningServer server, string task, string status) =>
        Assert.Equal("""{"data":{"updateTaskStatus":{"errors":null}}}""", (await server.Send(Status, new { task, status })).GetRawText());
}

public sealed class EmbeddedWebhookTests : WebhookTests
{
    public override ValueTask InitializeAsync() => ValueTask.CompletedTask;

    private protected override Task<RunningServer> Start(params string[] settings) => RunningServer.Start(Data.Path, settings);

    private protected override Task End(RunningServer server) => server.Kill();
}

public sealed class MongoWebhookTests : WebhookTests
{
    private MongoDouble _double = null!;

    public override async ValueTask InitializeAsync() => _double = await MongoDouble.Start("--replica-set", "rs0");

    public override async ValueTask DisposeAsync()
    {
        await _double.DisposeAsync();
        await base.DisposeAsync();
    }

    private protected override Task<RunningServer> Start(params string[] settings) =>
        RunningServer.Start(Data.Path, [$"--GovGraph:Storage:ConnectionString={_double.Uri(options: "?replicaSet=rs0")}", .. settings]);

    // Killed, it would keep its lease for a minute.
    private protected override Task End(RunningServer server) => server.Stop();
}
