using System.Diagnostics;
using GovGraph.Server.Commands;
using Xunit;

namespace GovGraph.Server.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("--GovGraph:Storage:Path", "./data")]
    [InlineData("--urls", "http://127.0.0.1:0")]
    [InlineData("/urls", "http://127.0.0.1:0")]
    [InlineData("urls=http://127.0.0.1:0")]
    public void Settings_start_the_server(params string[] args) => Assert.False(CommandLine.IsFor(args));

    [Theory]
    [InlineData("schema", "print")]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--version")]
    [InlineData("serve")]
    public void Words_and_calls_for_help_do_not(params string[] args) => Assert.True(CommandLine.IsFor(args));

    [Fact]
    public void Help_tells_how_to_serve_and_what_else_there_is()
    {
        var (exitCode, output, _) = CommandTest.Run("--help");

        Assert.Equal(0, exitCode);
        Assert.Contains("Without a command the server starts.", output, StringComparison.Ordinal);
        Assert.Contains("schema", output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_command_is_answered_with_what_there_is()
    {
        var (exitCode, output, error) = CommandTest.Run("schema", "prnt");

        Assert.Equal(1, exitCode);
        Assert.Contains("'prnt'", error, StringComparison.Ordinal);
        Assert.All(["export", "print", "list", "diff"], name => Assert.Contains(name, output, StringComparison.Ordinal));
    }

    [Fact]
    public void A_broken_schema_is_told_and_gives_a_code() => Assert.Equal(
        (1, "", "The schema is broken. The schema and its bindings differ:\n- Query.a\n"),
        CommandTest.Run(() => throw new CommandException("The schema is broken. The schema and its bindings differ:\n- Query.a"), "schema", "print"));

    [Fact]
    public async Task A_command_of_the_program_opens_no_store()
    {
        using var folder = new TemporaryFolder();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "GovGraph.Server.dll"), "schema", "print"])
        {
            WorkingDirectory = folder.Path,
            RedirectStandardOutput = true,
        })!;
        var printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, process.ExitCode);
        Assert.Contains("type Query", printed, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }
}
