using GovGraph.Storage.Tests.Contract;
using GovGraph.Storage.Webhooks;
using Xunit;

namespace GovGraph.Storage.MongoDb.Tests.Webhooks;

public sealed class MongoWebhookStoreTests : WebhookStoreContract
{
    private readonly List<MongoStore> _stores = [];
    private MongoSettings? _settings;

    public override async ValueTask DisposeAsync()
    {
        foreach (var store in _stores) await store.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override async ValueTask<WebhookStore> Open()
    {
        _settings ??= new MongoSettings { ConnectionString = await TestServer.NewDatabase() };
        var store = await MongoStore.Open(_settings, TimeProvider.System);
        _stores.Add(store);
        return store.Webhooks();
    }

    [Fact]
    public async Task A_webhook_is_one_process_at_a_time_until_its_lease_is_over()
    {
        var (one, other, now, cancellation) = (await Open(), await Open(), DateTimeOffset.UnixEpoch.AddDays(1), TestContext.Current.CancellationToken);
        await one.Insert(Webhook("wh1"), cancellation);

        Assert.True(await one.TryLease("wh1", "one", now, now.AddMinutes(1), cancellation));
        Assert.False(await other.TryLease("wh1", "other", now.AddSeconds(59), now.AddMinutes(2), cancellation));
        Assert.True(await one.TryLease("wh1", "one", now.AddSeconds(59), now.AddMinutes(2), cancellation));
        Assert.True(await other.TryLease("wh1", "other", now.AddMinutes(3), now.AddMinutes(4), cancellation));
        Assert.False(await one.TryLease("wh1", "one", now.AddMinutes(3), now.AddMinutes(4), cancellation));
    }

    [Fact]
    public async Task A_lease_is_no_revision()
    {
        var (store, now, cancellation) = (await Open(), DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
        await store.Insert(Webhook("wh1"), cancellation);
        await store.TryLease("wh1", "one", now.AddSeconds(1), now.AddMinutes(1), cancellation);

        Assert.True(await store.Replace(Webhook("wh1") with { Revision = 2 }, cancellation));
    }
}
