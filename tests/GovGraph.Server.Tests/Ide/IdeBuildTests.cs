using System.Diagnostics;
using Xunit;

namespace GovGraph.Server.Tests.Ide;

/// <summary>How the build of the server goes on when GraphiQL can and cannot be built: the target of Ide.targets, with a stand-in for Node.js.</summary>
public sealed class IdeBuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Output => Path.Combine(_folder.Path, "ide");

    [Fact]
    public async Task Without_Node_the_build_goes_on_and_says_what_it_leaves_out()
    {
        var (exitCode, text) = await BuildAsync(Path.Combine(_folder.Path, "no-node"));

        Assert.Equal(0, exitCode);
        Assert.Contains("GraphiQL is left out, as there is no Node.js on the path. The server works without it.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task When_npm_fails_the_build_goes_on_and_does_not_try_again_at_each_build()
    {
        var node = Node("""
            echo 'npm error code ENOTFOUND'
            mkdir "$2" && echo half > "$2/index.html"
            exit 1
            """);

        var (exitCode, text) = await BuildAsync(node);
        var (secondExitCode, secondText) = await BuildAsync(node);

        Assert.Equal(0, exitCode);
        Assert.Contains($"GraphiQL is left out, as npm failed: see {Path.Combine(Output, "npm.log")}.", text, StringComparison.Ordinal);
        Assert.Contains("To try again: dotnet build -t:Rebuild src/GovGraph.Server", text, StringComparison.Ordinal);
        Assert.DoesNotContain("warning", text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("npm error code ENOTFOUND\n", await File.ReadAllTextAsync(Path.Combine(Output, "npm.log"), TestContext.Current.CancellationToken));
        Assert.False(Directory.Exists(Path.Combine(Output, "dist")));
        Assert.Equal(0, secondExitCode);
        Assert.Empty(secondText);
    }

    [Fact]
    public async Task What_is_built_is_built_once()
    {
        var node = Node("""mkdir "$2" && echo page > "$2/index.html" """);

        var (exitCode, text) = await BuildAsync(node);
        var (secondExitCode, secondText) = await BuildAsync(node);

        Assert.Equal((0, "  Building GraphiQL with npm, as its sources have changed.\n"), (exitCode, text));
        Assert.Equal((0, ""), (secondExitCode, secondText));
        Assert.True(File.Exists(Path.Combine(Output, "dist", "index.html")));
    }

    public void Dispose() => _folder.Dispose();

    private string Node(string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for Node.js is a shell script.");
        var path = Path.Combine(_folder.Path, "node");
        File.WriteAllText(path, "#!/bin/sh\n" + script + "\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        return path;
    }

    private async Task<(int ExitCode, string Text)> BuildAsync(string node)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "msbuild", Path.Combine(Repository.Root, "src/GovGraph.Server/GovGraph.Server.csproj"),
                "-t:BuildIde", $"-p:Node={node}", $"-p:IdeOutput={Output}/", "-nologo", "-tl:off", "-nodeReuse:false",
            },
            RedirectStandardOutput = true,
        };
        using var build = Process.Start(start)!;
        var text = await build.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await build.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (build.ExitCode, text.ReplaceLineEndings("\n"));
    }
}
