using System.Security.Cryptography;
using System.Text;
using GovGraph.Storage.Contents;
using GovGraph.Storage.Files;
using GovGraph.Storage.Tests.Contract;
using GovGraph.Storage.Tests.Disks;
using GovGraph.Storage.Tests.Files;
using Xunit;

namespace GovGraph.Storage.Tests.Contents;

/// <summary>The contract on the embedded store, and what is left of an upload when the power goes.</summary>
public sealed class FolderContentsTests : ContentStoreContract
{
    private static readonly byte[] Content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 40).Select(i => $"dòng {i}\n")));
    private static readonly string Sha256 = Convert.ToHexStringLower(SHA256.HashData(Content));

    private readonly FaultyDisk disk = new();

    protected override ValueTask<PlanStore> CreateEmpty() => new(FileStore.Open(Scenario.Options, disk));

    protected override Task<int> CountContents() => Task.FromResult(disk.Files("/data/files").Count);

    protected override Task<int> CountPieces() => Task.FromResult(disk.Files("/data/uploads").Count);

    [Fact]
    public async Task No_acknowledged_part_is_lost_whenever_the_power_goes()
    {
        var whole = new FaultyDisk();
        Assert.Equal(Content.Length, await Upload(whole));
        Assert.True(whole.Steps > 25, $"{whole.Steps} steps");
        for (var step = 1; step <= whole.Steps; step++)
        {
            var failing = new FaultyDisk { PowerLossAt = step };
            var acknowledged = await Upload(failing);
            await Resume(failing.AfterPowerLoss(step), acknowledged);
            await Resume(failing.AfterKill(), acknowledged);
        }
    }

    [Fact]
    public async Task A_disk_that_fails_once_fails_one_part_and_the_next_one_goes_on()
    {
        var whole = new FaultyDisk();
        await Upload(whole);
        for (var step = 1; step <= whole.Steps; step++)
        {
            var failing = step;
            var failed = new FaultyDisk { Fails = current => current == failing };
            var acknowledged = await Upload(failed);
            failed.Fails = _ => false;
            await Resume(failed, acknowledged);
        }
    }

    [Fact]
    public async Task A_full_disk_is_told()
    {
        disk.IsFull = _ => true;
        var uploads = new FileUploads(Store, new FileLimits(), TimeProvider.System);

        var fault = await Assert.ThrowsAsync<StoreException>(async () => await uploads.Begin(new NewFile("a.txt", 1, Sha256, null), "key"));

        Assert.Equal("The upload could not be begun: the disk of /data is full. Free some space on it, then try again.", fault.Message);
    }

    // Gives how many bytes were acknowledged before something failed; -1 where the upload itself was not.
    private static async Task<long> Upload(FaultyDisk disk)
    {
        var acknowledged = -1L;
        try
        {
            await using var store = FileStore.Open(Scenario.Options, disk);
            var uploads = new FileUploads(store, new FileLimits(), TimeProvider.System);
            var (upload, _) = await uploads.Begin(new NewFile("a.txt", Content.Length, Sha256, null), "key");
            acknowledged = 0;
            for (var offset = 0; offset < Content.Length; offset += 100)
            {
                (upload, _) = await uploads.Append(upload!, offset, Content.AsMemory(offset, Math.Min(100, Content.Length - offset)));
                acknowledged = upload.Received;
            }

            await uploads.Finish(upload!);
        }
        catch (StoreException)
        {
            // As far as it came.
        }
        catch (IOException) when (disk.IsPowerLost)
        {
            // The store could not close its files.
        }

        return acknowledged;
    }

    private static async Task Resume(FaultyDisk disk, long acknowledged)
    {
        await using var store = FileStore.Open(Scenario.Options, disk);
        var uploads = new FileUploads(store, new FileLimits(), TimeProvider.System);
        var id = disk.Files("/data/uploads").FirstOrDefault(name => name.EndsWith(".json", StringComparison.Ordinal))?[..^5];
        if (acknowledged < 0 && (id is null || await uploads.Find(id, "key") is null))
        {
            return;
        }

        var upload = (await uploads.Find(id!, "key"))!;
        Assert.True(upload.Received >= acknowledged, $"{upload.Received} of {acknowledged}");
        if (!upload.IsFinished)
        {
            var (after, refusal) = await uploads.Append(upload, upload.Received, Content.AsMemory((int)upload.Received));
            Assert.Null(refusal);
            Assert.Null((await uploads.Finish(after)).Refusal);
        }

        await using var content = (await store.Contents.Open(Sha256))!;
        var copy = new MemoryStream();
        await content.CopyToAsync(copy);
        Assert.Equal(Content, copy.ToArray());
    }
}
