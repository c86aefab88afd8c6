using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.Tests.Contract;

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

    private async Task<int> Count(string collection)
    {
        using var connection = MongoConnection.Open(_settings, TimeProvider.System);
        return (await connection.Run(new Find<bool>(collection, _ => { }, _ => true), CancellationToken.None)).Count;
    }
}
