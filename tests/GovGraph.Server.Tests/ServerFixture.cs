using GovGraph.Server.Tests;
using Xunit;

[assembly: AssemblyFixture(typeof(ServerFixture))]

namespace GovGraph.Server.Tests;

/// <summary>One server with the five plans, for tests that only ask.</summary>
public sealed class ServerFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _data = new();

    internal RunningServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await RunningServer.Start(_data.Path);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _data.Dispose();
    }
}
