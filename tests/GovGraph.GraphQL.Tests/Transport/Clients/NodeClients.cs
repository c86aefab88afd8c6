using System.ComponentModel;
using System.Diagnostics;
using GovGraph.GraphQL.Tests.Transport.Clients;
using Xunit;

[assembly: AssemblyFixture(typeof(NodeClients))]

namespace GovGraph.GraphQL.Tests.Transport.Clients;

/// <summary>Runs the programs of tests/transport-clients: real clients from npm, against a server of a test.</summary>
public sealed class NodeClients : IDisposable
{
    private readonly SemaphoreSlim _installing = new(1);
    private readonly string _folder = Path.Combine(Repository.Root, "tests", "transport-clients");

    /// <summary>Runs a program and gives what it prints; fails the test with its complaint if it ends badly.</summary>
    public async Task<string> RunAsync(string program, params string[] arguments)
    {
        await InstallAsync();
        return await RunProcessAsync("node", [program, .. arguments]);
    }

    public void Dispose() => _installing.Dispose();

    // npm writes node_modules/.package-lock.json last: where it is as new as the lock file, all is installed.
    private async Task InstallAsync()
    {
        await _installing.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            var installed = Path.Combine(_folder, "node_modules", ".package-lock.json");
            if (File.GetLastWriteTimeUtc(installed) >= File.GetLastWriteTimeUtc(Path.Combine(_folder, "package-lock.json"))) return;
            await RunProcessAsync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"]);
        }
        finally
        {
            _installing.Release();
        }
    }

    private async Task<string> RunProcessAsync(string file, IEnumerable<string> arguments)
    {
        using var process = Start(file, arguments);
        var cancellation = TestContext.Current.CancellationToken;
        try
        {
            var printed = process.StandardOutput.ReadToEndAsync(cancellation);
            var complaint = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0) Assert.Fail($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{await complaint}{await printed}");
            return (await printed).TrimEnd();
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private Process Start(string file, IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(file, arguments)
            {
                WorkingDirectory = _folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception exception)
        {
            Assert.Skip($"{file} cannot be started, so real clients cannot be tried: {exception.Message}");
            throw;
        }
    }
}
