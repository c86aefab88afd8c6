using GovGraph.Storage.Tests.Contract;
using GovGraph.Storage.Tests.Disks;
using GovGraph.Storage.Webhooks;
using Xunit;

namespace GovGraph.Storage.Tests.Webhooks;

public sealed class FileWebhookStoreTests : WebhookStoreContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("govgraph-").FullName;

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    protected override ValueTask<WebhookStore> Open() => new(FileWebhookStore.Open(folder));

    [Fact]
    public async Task Nobody_else_can_read_a_secret()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such rights.");
            return;
        }

        await (await Open()).Insert(Webhook("wh1"), TestContext.Current.CancellationToken);

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "webhooks", "wh1.json")));
    }

    [Fact]
    public async Task A_file_that_is_no_webhook_stops_the_start()
    {
        await (await Open()).Insert(Webhook("wh1"), TestContext.Current.CancellationToken);
        var file = Path.Combine(folder, "webhooks", "wh1.json");
        await File.WriteAllTextAsync(file, "{", TestContext.Current.CancellationToken);

        var fault = Assert.Throws<StoreException>(() => FileWebhookStore.Open(folder));
        Assert.StartsWith($"{file} is no webhook: ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_acknowledged_is_lost_whenever_the_power_goes()
    {
        var whole = new FaultyDisk();
        Assert.Equal(Steps.Length, await Do(whole));
        for (var step = 1; step <= whole.Steps; step++)
        {
            var disk = new FaultyDisk { PowerLossAt = step };
            var acknowledged = await Do(disk);
            foreach (var left in (FaultyDisk[])[disk.AfterPowerLoss(step), disk.AfterKill()])
            {
                // What was under way may have happened.
                Assert.Contains(await All(FileWebhookStore.Open("/data", left)), await Task.WhenAll(After(acknowledged), After(Math.Min(acknowledged + 1, Steps.Length))));
            }
        }
    }

    [Fact]
    public async Task A_disk_that_fails_once_fails_one_change_and_the_others_are_there()
    {
        var whole = new FaultyDisk();
        await Do(whole);
        for (var step = 1; step <= whole.Steps; step++)
        {
            var failing = step;
            var disk = new FaultyDisk { Fails = current => current == failing };
            var store = FileWebhookStore.Open("/data", disk);
            foreach (var change in Steps)
            {
                await Try(() => change(store));
            }

            Assert.Equal(await All(store), await All(FileWebhookStore.Open("/data", disk)));
        }
    }

    private static Func<WebhookStore, Task>[] Steps { get; } =
    [
        async store => await store.Insert(Webhook("wh1")),
        async store => await store.Insert(Webhook("wh2")),
        async store => await store.Replace(Webhook("wh1") with { Sequence = 7, Revision = 2 }),
        async store => await store.Delete("wh2"),
        async store => await store.Insert(Webhook("wh3")),
        async store => await store.Replace(Webhook("wh1") with { Sequence = 8, Revision = 3 }),
    ];

    /// <summary>As far as it comes; how many were acknowledged.</summary>
    private static async Task<int> Do(FaultyDisk disk)
    {
        var store = FileWebhookStore.Open("/data", disk);
        var done = 0;
        while (done < Steps.Length && await Try(() => Steps[done](store)))
        {
            done++;
        }

        return done;
    }

    private static async Task<bool> Try(Func<Task> change)
    {
        try
        {
            await change();
            return true;
        }
        catch (StoreException)
        {
            return false;
        }
    }

    private static async Task<string> After(int steps)
    {
        var store = FileWebhookStore.Open("/data", new FaultyDisk());
        foreach (var change in Steps[..steps])
        {
            await change(store);
        }

        return await All(store);
    }

    private static async Task<string> All(WebhookStore store) =>
        string.Join(' ', (await store.All()).Select(webhook => $"{webhook.Id}@{webhook.Revision}:{webhook.Sequence}"));

    [Fact]
    public void A_store_without_webhooks_has_no_folder_for_them()
    {
        FileWebhookStore.Open(folder);

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }
}
