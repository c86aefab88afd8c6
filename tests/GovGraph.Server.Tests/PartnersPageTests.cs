using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>Every command of docs/partners.md, as printed, in order, in one shell: each prints what stands below it.</summary>
public sealed partial class PartnersPageTests
{
    private const string Over = "--- the next command ---";

    [Fact]
    public async Task A_partners_day_goes_as_it_is_told()
    {
        using var data = new TemporaryFolder();
        await using var server = await RunningServer.Start(data.Path);

        await Follow(server, ("GovGraph__Storage__Path", data.Path));
    }

    [Fact]
    public async Task It_goes_the_same_way_on_MongoDB()
    {
        await using var mongo = await MongoDouble.Start("--replica-set", "rs0");
        var place = mongo.Uri(options: "?replicaSet=rs0");
        await using var server = await RunningServer.Start("/nowhere", $"--GovGraph:Storage:ConnectionString={place}");

        await Follow(server, ("GovGraph__Storage__ConnectionString", place));
    }

    private static async Task Follow(RunningServer server, (string Name, string Value) store)
    {
        var commands = Commands().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs", "partners.md"), TestContext.Current.CancellationToken)).ToList();
        Assert.StartsWith("govgraph() {", commands[0].Groups["command"].Value, StringComparison.Ordinal);
        commands.RemoveAt(0);

        // Instead of the first one: this program, and the port that it was given here.
        var start = $"govgraph() {{ dotnet '{Path.Combine(AppContext.BaseDirectory, "GovGraph.Server.dll")}' \"$@\"; }}\nserver=http://{server.Address.Authority}\n";
        var printed = (await Run(start + string.Join($"echo '{Over}'\n", commands.Select(command => command.Groups["command"].Value)), store)).Split($"{Over}\n");

        Assert.Equal(commands.Count, printed.Length);
        Assert.All(commands.Zip(printed), pair => Assert.Equal(pair.First.Groups["printed"].Value, pair.Second));
    }

    private static async Task<string> Run(string script, (string Name, string Value) store)
    {
        using var folder = new TemporaryFolder();
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", script])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { [store.Name] = store.Value },
        })!;
        var cancellation = TestContext.Current.CancellationToken;
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(cancellation), shell.StandardError.ReadToEndAsync(cancellation));
        await shell.WaitForExitAsync(cancellation);
        Assert.True(shell.ExitCode == 0, await error);
        return await output;
    }

    /// <summary>A command, and what it prints where it prints anything.</summary>
    [GeneratedRegex(@"```sh\n(?<command>.*?)```\n(\n```text\n(?<printed>.*?)```\n)?", RegexOptions.Singleline)]
    private static partial Regex Commands();
}
