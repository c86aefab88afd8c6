using GovGraph.Storage.Contents;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.Tests.Contract;
using Xunit;

namespace GovGraph.Storage.MongoDb.Tests.Contents;

/// <summary>The contract on a replica set.</summary>
public sealed class MongoContentsTests : ContentStoreContract
{
    private MongoSettings _settings = null!;

    protected override async ValueTask<PlanStore> CreateEmpty()
    {
        _settings = new MongoSettings { ConnectionString = await TestServer.NewDatabase() };
        return await MongoStore.Open(_settings, TimeProvider.System);
    }

    protected override Task<int> CountContents() => Count(Collections.Files);

    protected override async Task<int> CountPieces() => await Count(Collections.Pieces) + await Count(Collections.Uploads);

    [Fact]
    public async Task Several_servers_keep_one_limit()
    {
        await using var other = await MongoStore.Open(_settings, TimeProvider.System);
        var limits = new FileLimits { MaxOpenUploads = 3 };
        FileUploads[] servers = [new(Store, limits, TimeProvider.System), new(other, limits, TimeProvider.System)];

        var begun = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(async () =>
            await servers[i % 2].Begin(new NewFile($"{i}.txt", 1, new string('a', 64), null), "key"))));

        Assert.Equal(3, begun.Count(begin => begin.Upload is not null));
        Assert.Equal(new UploadUsage(3, 3), await other.Contents.UsageOf("key", DateTimeOffset.UnixEpoch));
    }

    private async Task<int> Count(string collection)
    {
        using var connection = MongoConnection.Open(_settings, TimeProvider.System);
        return (await connection.Run(new Find<bool>(collection, _ => { }, _ => true), CancellationToken.None)).Count;
    }
}
