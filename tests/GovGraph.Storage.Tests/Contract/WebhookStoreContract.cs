using System.Text.Json;
using GovGraph.Storage.Webhooks;
using Xunit;

namespace GovGraph.Storage.Tests.Contract;

/// <summary>What every store of webhooks must do.</summary>
public abstract class WebhookStoreContract : IAsyncLifetime
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 1, 8, 30, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WebhookStore Store { get; set; } = null!;

    public async ValueTask InitializeAsync() => Store = await Open();

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>Opens the same store, again and again.</summary>
    protected abstract ValueTask<WebhookStore> Open();

    [Fact]
    public async Task What_was_put_in_is_there_when_it_is_opened_again()
    {
        var webhook = Webhook("wh2") with
        {
            Where = """{"status":{"eq":"COMPLETED"}}""",
            Owner = "Một cửa",
            Bodies = ["thuong-lo"],
            Input = "0a1b",
            Sequence = 12,
            Part = 3,
            FailingSince = s_now,
            FailedAttempts = 2,
            NextAttemptAt = s_now.AddSeconds(15),
            DisabledBecause = "No.",
            Attempts = [new("wh2-12-3", "thuong-lo-2020-cchc@2", s_now, 2, 500, "The address answered 500.", IsReplay: true)],
        };
        await Store.Insert(Webhook("wh1"), Cancellation);
        await Store.Insert(webhook, Cancellation);

        var again = await Open();
        Assert.Equal(["wh1", "wh2"], (await again.All(Cancellation)).Select(found => found.Id));
        Assert.Equal(JsonSerializer.Serialize(webhook), JsonSerializer.Serialize(await again.Find("wh2", Cancellation)));
        Assert.Null(await again.Find("wh3", Cancellation));
    }

    [Fact]
    public async Task An_id_is_taken_once()
    {
        var taken = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Store.Insert(Webhook("wh1") with { Sequence = i }, Cancellation).AsTask()));

        Assert.Equal(Array.IndexOf(taken, true) + 1, Assert.Single(await Store.All(Cancellation)).Sequence);
        Assert.Single(taken, isTaken => isTaken);
    }

    [Fact]
    public async Task Only_the_next_revision_takes_the_place_of_one()
    {
        var webhook = Webhook("wh1");
        await Store.Insert(webhook, Cancellation);

        Assert.True(await Store.Replace(webhook with { Sequence = 5, Revision = 2 }, Cancellation));
        Assert.False(await Store.Replace(webhook with { Sequence = 6, Revision = 2 }, Cancellation));
        Assert.False(await Store.Replace(Webhook("wh2") with { Revision = 2 }, Cancellation));
        var found = await Store.Find("wh1", Cancellation);
        Assert.Equal((5, 2), (found!.Sequence, found.Revision));
    }

    [Fact]
    public async Task Changes_at_the_same_time_all_happen()
    {
        await Store.Insert(Webhook("wh1"), Cancellation);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Store.Change("wh1", webhook => webhook with { FailedAttempts = webhook.FailedAttempts + 1 }, Cancellation).AsTask()));

        Assert.Equal(8, (await Store.Find("wh1", Cancellation))!.FailedAttempts);
        Assert.Null(await Store.Change("wh2", webhook => webhook, Cancellation));
    }

    [Fact]
    public async Task What_was_deleted_is_gone()
    {
        await Store.Insert(Webhook("wh1"), Cancellation);

        Assert.True(await Store.Delete("wh1", Cancellation));
        Assert.False(await Store.Delete("wh1", Cancellation));
        Assert.Empty(await (await Open()).All(Cancellation));
        Assert.False(await Store.TryLease("wh1", "a", s_now, s_now.AddMinutes(1), Cancellation));
    }

    protected static Webhook Webhook(string id) => new() { Id = id, Url = "https://example.vn/webhooks", Secret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=", CreatedAt = s_now };
}
