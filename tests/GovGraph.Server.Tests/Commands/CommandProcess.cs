using System.Diagnostics;
using Xunit;

namespace GovGraph.Server.Tests.Commands;

/// <summary>Runs a command as people do: a process of its own.</summary>
internal static class CommandProcess
{
    public static async Task<(int ExitCode, string Output, string Error)> Run(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "GovGraph.Server.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var cancellation = TestContext.Current.CancellationToken;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output, await error);
    }
}
