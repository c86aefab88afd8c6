using GovGraph.Api.Access;
using GovGraph.Api.Webhooks;
using GovGraph.Storage.Access;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Api.Tests.Webhooks;

public sealed class WebhookDispatcherTests
{
    [Fact]
    public async Task A_change_is_sent_signed_with_what_was_changed()
    {
        await using var test = await WebhookTest.Open();
        await test.Make();
        test.Dispatch();
        test.Receiver.Answer(204);
        await test.Plans.Set("1.1", TaskStatus.InProgress);

        var received = await test.Receiver.Next();
        var noted = await test.Store.Noted();

        Assert.Equal(WebhookSecret.Sign(WebhookTest.Secret, received.Id, received.Timestamp, System.Text.Encoding.UTF8.GetBytes(received.Body)), received.Signature);
        Assert.Equal(test.Time.GetUtcNow().ToUnixTimeSeconds(), received.Timestamp);
        Assert.Equal(
            """{"id":"my-hoa-hung-2024-kstthc@2","kind":"STATUS_CHANGED","at":"1970-01-01T00:00:00+00:00","who":null,"reason":null,"client":null,"taskId":"my-hoa-hung-2024-kstthc/1.1","planId":"my-hoa-hung-2024-kstthc","planVersion":2,"changes":[{"field":"status","before":"NOT_STARTED","after":"IN_PROGRESS"}]}""",
            received.Data.GetProperty("change").GetRawText());
        Assert.Equal("IN_PROGRESS", received.Data.GetProperty("task").GetProperty("status").GetString());
        Assert.True(received.Data.GetProperty("isMatch").GetBoolean());
        Assert.Equal((received.Id, 204, (string?)null), (noted.Attempts[^1].DeliveryId, noted.Attempts[^1].Status, noted.Attempts[^1].Error));
        Assert.Equal($"wh1-{noted.Sequence}-{noted.Part}", received.Id);
    }

    [Fact]
    public async Task What_fails_is_sent_again_later_and_later_and_what_came_after_waits()
    {
        await using var test = await WebhookTest.Open();
        await test.Make();
        test.Dispatch();
        test.Receiver.Answer(500, 302, 200, 200);
        await test.Plans.Set("1.1", TaskStatus.InProgress);
        await test.Plans.Set("1.2", TaskStatus.InProgress);

        var first = await test.Receiver.Next();
        var noted = await test.Store.Noted();
        Assert.Equal((1, "The address answered 500.", test.Time.GetUtcNow().AddSeconds(5)), (noted.FailedAttempts, noted.Attempts[^1].Error, noted.NextAttemptAt));

        test.Time.Advance(TimeSpan.FromSeconds(5));
        var second = await test.Receiver.Next();
        noted = await test.Store.Noted();
        Assert.Equal((2, "The address answered 302.", test.Time.GetUtcNow().AddSeconds(15)), (noted.FailedAttempts, noted.Attempts[^1].Error, noted.NextAttemptAt));

        test.Time.Advance(TimeSpan.FromSeconds(15));
        var third = await test.Receiver.Next();
        noted = await test.Store.Noted();
        Assert.Equal((0, null, null), (noted.FailedAttempts, noted.FailingSince, noted.NextAttemptAt));
        var other = await test.Receiver.Next();

        Assert.Equal((first.Id, first.Id), (second.Id, third.Id));
        Assert.Equal(first.Body, third.Body);
        Assert.NotEqual(first.Signature, third.Signature);
        Assert.Equal(("my-hoa-hung-2024-kstthc@2", "my-hoa-hung-2024-kstthc@3"), (third.ChangeId, other.ChangeId));
    }

    [Fact]
    public async Task A_filter_says_what_is_sent()
    {
        await using var test = await WebhookTest.Open();
        await test.Make(where: """{"status":{"eq":"CANCELLED"}}""");
        test.Dispatch();
        test.Receiver.Answer(200);
        await test.Plans.Set("1.1", TaskStatus.InProgress);
        await test.Plans.Set("1.2", TaskStatus.Cancelled);

        Assert.Equal("my-hoa-hung-2024-kstthc@3", (await test.Receiver.Next()).ChangeId);
    }

    [Fact]
    public async Task A_webhook_that_fails_for_days_is_disabled_and_goes_on_where_it_was_when_it_is_enabled()
    {
        await using var test = await WebhookTest.Open();
        await test.Make();
        test.Dispatch();
        test.Receiver.Answer(500);
        await test.Plans.Set("1.1", TaskStatus.InProgress);
        await test.Receiver.Next();
        await test.Store.Noted();
        test.Receiver.Answer(500);
        test.Time.Advance(test.Post.Options.DisableAfter);

        await test.Receiver.Next();
        Assert.Equal("Nothing could be delivered for 5 days.", (await test.Store.Noted()).DisabledBecause);

        await test.Plans.Set("1.2", TaskStatus.InProgress);
        await test.Store.Change("wh1", webhook => webhook with { DisabledBecause = null, FailingSince = null, FailedAttempts = 0, NextAttemptAt = null }, TestContext.Current.CancellationToken);
        test.Receiver.Answer(200, 200);
        test.Post.TellChanged();

        Assert.Equal(["my-hoa-hung-2024-kstthc@2", "my-hoa-hung-2024-kstthc@3"], [(await test.Receiver.Next()).ChangeId, (await test.Receiver.Next()).ChangeId]);
    }

    [Fact]
    public async Task An_address_that_is_gone_is_not_called_again()
    {
        await using var test = await WebhookTest.Open();
        await test.Make();
        test.Dispatch();
        test.Receiver.Answer(410);
        await test.Plans.Set("1.1", TaskStatus.InProgress);

        await test.Receiver.Next();
        Assert.Equal("The address answered 410: it is gone for good.", (await test.Store.Noted()).DisabledBecause);
    }

    [Fact]
    public async Task A_filter_that_the_schema_does_not_know_any_more_disables_its_webhook()
    {
        await using var test = await WebhookTest.Open();
        await test.Make(where: """{"colour":{"eq":"RED"}}""");
        test.Dispatch();

        Assert.Equal("Its filter means nothing any more: make another one.", (await test.Store.Noted()).DisabledBecause);
    }

    [Fact]
    public async Task A_webhook_ends_with_its_key()
    {
        await using var test = await WebhookTest.Open();
        await test.Make(owner: "mot-cua");
        test.Dispatch(hasOwner: owner => owner != "mot-cua");

        Assert.Equal("The key that made it is not taken any more.", (await test.Store.Noted()).DisabledBecause);
    }

    [Fact]
    public async Task What_happens_after_its_key_is_gone_is_not_told()
    {
        var isThere = true;
        await using var test = await WebhookTest.Open();
        await test.Make(owner: "mot-cua");
        test.Dispatch(hasOwner: _ => Volatile.Read(ref isThere));
        test.Receiver.Answer(200, 200);
        await test.Plans.Set("1.1", TaskStatus.InProgress);
        await test.Receiver.Next();
        await test.Store.Noted();

        Volatile.Write(ref isThere, false);
        await test.Plans.Set("1.2", TaskStatus.InProgress);
        var noted = await test.Store.Noted();

        Assert.Equal("The key that made it is not taken any more.", noted.DisabledBecause);
        Assert.Equal("my-hoa-hung-2024-kstthc@2", Assert.Single(noted.Attempts).ChangeId);
    }

    [Fact]
    public async Task What_failed_is_sent_at_once_when_the_webhook_is_enabled()
    {
        await using var test = await WebhookTest.Open();
        await test.Make();
        test.Dispatch();
        test.Receiver.Answer(500, 200);
        await test.Plans.Set("1.1", TaskStatus.InProgress);
        var first = await test.Receiver.Next();
        await test.Store.Noted();

        await test.Store.Change("wh1", webhook => webhook with { FailingSince = null, FailedAttempts = 0, NextAttemptAt = null }, TestContext.Current.CancellationToken);
        test.Post.TellChanged();

        Assert.Equal(first.Id, (await test.Receiver.Next()).Id);
    }

    [Fact]
    public async Task Of_two_processes_one_delivers()
    {
        await using var test = await WebhookTest.Open();
        await test.Make();
        test.Dispatch();
        test.Dispatch();
        test.Receiver.Answer([.. Enumerable.Repeat(200, 10)]);
        var versions = await test.Plans.Toggle("1.1", 10);

        var received = new List<string>();
        for (var i = 0; i < versions.Count; i++) received.Add((await test.Receiver.Next()).ChangeId);

        Assert.Equal(versions.Select(version => $"my-hoa-hung-2024-kstthc@{version}"), received);
    }

    [Fact]
    public async Task A_process_that_stops_leaves_its_webhooks_to_others_at_once()
    {
        await using var test = await WebhookTest.Open();
        await test.Make();
        test.Dispatch();
        test.Receiver.Answer(204);
        await test.Plans.Set("1.1", TaskStatus.InProgress);
        await test.Receiver.Next();
        var now = test.Time.GetUtcNow();
        Assert.False(await test.Store.TryLease("wh1", "other", now, now.AddMinutes(1), TestContext.Current.CancellationToken));

        await test.Stop();

        Assert.True(await test.Store.TryLease("wh1", "other", now, now.AddMinutes(1), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_delivery_is_sent_again_by_its_id()
    {
        await using var test = await WebhookTest.Open();
        var webhook = await test.Make();
        test.Dispatch();
        test.Receiver.Answer(200, 200);
        await test.Plans.Set("1.1", TaskStatus.InProgress);
        var first = await test.Receiver.Next();
        webhook = await test.Store.Noted();

        var replayed = await test.Post.ReplayAsync(webhook, DeliveryId.Parse(first.Id)!.Value, Caller.Anyone, isOnlyValidated: false, TestContext.Current.CancellationToken);
        var again = await test.Receiver.Next();

        Assert.Equal((first.Id, first.Body), (again.Id, again.Body));
        Assert.Equal((2, true, 200), (replayed!.Number, replayed.IsReplay, replayed.Status));
        Assert.Null(await test.Post.ReplayAsync(webhook, DeliveryId.Parse("wh1-999-0")!.Value, Caller.Anyone, isOnlyValidated: false, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_is_sent_again_that_whoever_asks_does_not_see()
    {
        await using var test = await WebhookTest.Open();
        await test.Make(owner: "mot-cua");
        test.Dispatch();
        test.Receiver.Answer(200);
        await test.Plans.Set("1.1", TaskStatus.InProgress);
        var id = DeliveryId.Parse((await test.Receiver.Next()).Id)!.Value;
        var webhook = await test.Store.Noted();

        var caller = new Caller { Name = "mot-cua", Scopes = [Scope.Read], Bodies = ["thuong-lo"] };

        Assert.Null(await test.Post.ReplayAsync(webhook, id, caller, isOnlyValidated: false, TestContext.Current.CancellationToken));
        Assert.NotNull(await test.Post.ReplayAsync(webhook, id, caller with { Bodies = ["my-hoa-hung"] }, isOnlyValidated: true, TestContext.Current.CancellationToken));
    }
}
