using System.Diagnostics;
using Xunit;

namespace GovGraph.Server.Tests;

public sealed class DeploymentTests
{
    [Fact]
    public async Task Dockerfile_and_docker_compose_yml_hold_together()
    {
        var folder = Path.Combine(Repository.Root, "tests", "deployment");
        using var npm = Process.Start(new ProcessStartInfo("npm", ["test"]) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = await npm.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await npm.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(npm.ExitCode == 0, output);
    }
}
