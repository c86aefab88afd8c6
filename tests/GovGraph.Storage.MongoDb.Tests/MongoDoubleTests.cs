using System.Diagnostics;
using Xunit;

namespace GovGraph.Storage.MongoDb.Tests;

public class MongoDoubleTests
{
    [Fact]
    public async Task The_official_client_takes_it_for_a_MongoDB()
    {
        using var npm = Process.Start(new ProcessStartInfo("npm", ["test"]) { WorkingDirectory = NodePackages.Folder, RedirectStandardOutput = true })!;
        var output = await npm.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await npm.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(npm.ExitCode == 0, output);
    }
}
