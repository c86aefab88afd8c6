using GovGraph.Storage.Tests.Contract;
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
    public void A_store_without_webhooks_has_no_folder_for_them()
    {
        FileWebhookStore.Open(folder);

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }
}
