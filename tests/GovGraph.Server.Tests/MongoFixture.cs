using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>A server that keeps the five plans in MongoDB, on the double.</summary>
public sealed class MongoFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();
    private MongoDouble _double = null!;

    internal RunningServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _double = await MongoDouble.Start("--replica-set", "rs0");
        Server = await RunningServer.Start(_data.Path, $"--GovGraph:Storage:ConnectionString={_double.Uri(options: "?replicaSet=rs0")}");
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await _double.DisposeAsync();
        _data.Dispose();
    }
}
