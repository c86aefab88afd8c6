using System.ComponentModel;
using System.Diagnostics;
using GovGraph.Conformance;
using Xunit;

namespace GovGraph.GraphQL.Tests.Conformance;

/// <summary>Runs tests/differential: random cases, answered by graphql-js and by the engine.</summary>
public sealed class DifferentialTests
{
    [Fact]
    public async Task Random_cases_are_answered_as_graphql_js_answers_them()
    {
        var folder = Path.Combine(Repository.Root, "tests", "differential");
        if (!Directory.Exists(Path.Combine(folder, "node_modules", "graphql"))) Assert.Skip($"The Node packages are not here: run `npm ci` in {folder}.");

        using var run = Start(folder, "run.mjs", "--cases", "1000", "--seed", "2025", "--show", "3", "--engine", typeof(Case).Assembly.Location);
        var cancellation = TestContext.Current.CancellationToken;
        try
        {
            var printed = run.StandardOutput.ReadToEndAsync(cancellation);
            var complaint = run.StandardError.ReadToEndAsync(cancellation);
            await run.WaitForExitAsync(cancellation);
            Assert.True(run.ExitCode == 0, await printed + await complaint);
        }
        finally
        {
            if (!run.HasExited) run.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(string folder, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("node", arguments)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception exception)
        {
            Assert.Skip($"node cannot be started, so there is no oracle: {exception.Message}");
            throw;
        }
    }
}
