using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>A server with the five plans of a test class of its own, for tests that change something.</summary>
public sealed class OwnServerFixture : IAsyncLifetime
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
