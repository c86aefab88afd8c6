using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.Tests.Contract;

namespace GovGraph.Storage.MongoDb.Tests;

/// <summary>The contract on a replica set.</summary>
public sealed class MongoStoreTests : PlanStoreContract
{
    private static readonly Lazy<Task<List<byte[]>>> Sample = new(MakeSample);
    private MongoSettings _settings = null!;

    // SameAnswersTests ask 2,000 more.
    protected override int RandomFilters => 150;

    // Each walk asks several hundred times.
    protected override int RandomWalks => 6;

    protected override async ValueTask<PlanStore> CreateEmpty()
    {
        _settings = new MongoSettings { ConnectionString = await TestServer.NewDatabase() };
        return await MongoStore.Open(_settings, TimeProvider.System);
    }

    // Filled once through the store, then copied document by document.
    protected override async Task Fill(PlanStore store)
    {
        using var connection = MongoConnection.Open(_settings, TimeProvider.System);
        await Task.WhenAll((await Sample.Value).Select(document => connection.Run(new Insert(Collections.Plans, document), CancellationToken.None)));
    }

    private static async Task<List<byte[]>> MakeSample()
    {
        var settings = new MongoSettings { ConnectionString = await TestServer.NewDatabase() };
        await using var store = await MongoStore.Open(settings, TimeProvider.System);
        await SampleStore.Fill(store);
        using var connection = MongoConnection.Open(settings, TimeProvider.System);
        return await connection.Run(new Find<byte[]>(Collections.Plans, _ => { }, document => document.ToArray()), CancellationToken.None);
    }
}
