using GovGraph.Plans.Documents;
using GovGraph.Storage;
using GovGraph.Storage.Files;
using Microsoft.Extensions.Logging;
using Xunit;

namespace GovGraph.Server.Tests.Security;

/// <summary>Where the secret of a webhook does not turn up.</summary>
public sealed class WebhookSecretsTests
{
    [Fact]
    public async Task A_secret_is_in_no_log_no_audit_record_and_no_answer_after_the_first()
    {
        using var folder = new TemporaryFolder();
        await using var plans = FileStore.Open(new FileStoreOptions { Path = folder.Path });
        await plans.Insert(PlanFile.Read(File.ReadAllBytes(Repository.Seed("thuong-lo-2020-cchc"))).Plan!, new ChangeRecord(DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        await using var receiver = new Receiver();
        await using var server = await InProcessServer.Start(
            plans, keys: null, LogLevel.Trace, "--GovGraph:Webhooks:AllowLoopback=true", $"--GovGraph:Storage:Path={folder.Path}");
        var made = await Asked.Of(server.Client, $$"""mutation { createWebhook(input: { url: "{{receiver.Url}}" }) { webhook { id } secret errors { __typename } } }""");
        var secret = made.Body.GetProperty("data").GetProperty("createWebhook").GetProperty("secret").GetString()!["whsec_".Length..];

        // One call is refused, and one is taken.
        receiver.Answer(500, 200);
        await Asked.Of(server.Client, """mutation { updateTaskStatus(input: { taskId: "thuong-lo-2020-cchc/1.3.2", status: IN_PROGRESS }) { errors { __typename } } }""");
        var sent = await receiver.Next();
        var replayed = await Asked.Of(server.Client, $$"""mutation { replayWebhookDelivery(input: { deliveryId: "{{sent.Id}}" }) { delivery { id isDelivered error } errors { __typename } } }""");
        var told = await Asked.Of(server.Client, "{ webhooks { id url where state disabledBecause cursor deliveries { id attempt status error } } }");

        Assert.NotEmpty(server.Log);
        Assert.All(
            [.. server.Log, .. server.Audit.Records.Select(record => string.Join(' ', [record.Operation, record.Field, record.Client, .. record.Ids, .. record.Codes])), replayed.Body.GetRawText(), told.Body.GetRawText(), sent.Body],
            text => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }
}
