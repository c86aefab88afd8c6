using System.Diagnostics;
using GovGraph.Plans.Documents;
using GovGraph.Storage.Files;
using Xunit;

namespace GovGraph.Server.Tests.Commands;

public sealed class GenerateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Plans_become_files_that_are_named_after_them()
    {
        var (exitCode, output, error) = Run("--plans", "3", "--to", _folder.Path);

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Matches($"^3 plans with [0-9]+ tasks are in {_folder.Path}: 3 new, 0 there already\n$", output);
        Assert.Equal(
            Directory.GetFiles(_folder.Path).Order(),
            Directory.GetFiles(_folder.Path).Select(file => Path.Combine(_folder.Path, PlanFile.Read(File.ReadAllBytes(file)).Plan!.Id + ".json")).Order());
    }

    [Fact]
    public void The_same_seed_again_changes_nothing()
    {
        Run("--plans", "2", "--to", _folder.Path);

        Assert.EndsWith(": 1 new, 2 there already\n", Run("--plans", "3", "--to", _folder.Path).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_plans_are_never_written_over()
    {
        Run("--plans", "2", "--to", _folder.Path);
        var before = Directory.GetFiles(_folder.Path).Select(File.ReadAllText).ToList();

        var (exitCode, _, error) = Run("--plans", "2", "--seed", "2", "--to", _folder.Path);

        Assert.Equal(1, exitCode);
        Assert.Equal("2 were kept as they are, since they differ (ha-noi-01-2025-cchc is the first): give another place, or the seed that made them.\n", error);
        Assert.Equal(before, Directory.GetFiles(_folder.Path).Select(File.ReadAllText));
    }

    [Fact]
    public async Task A_store_takes_them_in()
    {
        Run("--plans", "3", "--to", "store", "--store", _folder.Path);

        await using var store = FileStore.Open(new FileStoreOptions { Path = _folder.Path });
        Assert.Equal(3, store.Report.Plans);
        Assert.Empty(store.Report.Faults);
    }

    [Fact]
    public async Task A_store_in_use_is_told_in_a_line()
    {
        await using var holder = FileStore.Open(new FileStoreOptions { Path = _folder.Path });

        var (exitCode, output, error) = Run("--plans", "3", "--to", "store", "--store", _folder.Path);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith($"The folder {_folder.Path} is in use", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Stopped_in_the_middle_it_leaves_whole_files_and_says_so()
    {
        var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var watcher = new FileSystemWatcher(_folder.Path);
        watcher.Renamed += (_, _) => written.TrySetResult();
        watcher.EnableRaisingEvents = true;
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "GovGraph.Server.dll"), "generate", "--plans", "100000", "--to", _folder.Path]) { RedirectStandardError = true })!;

        // With a limit, which also keeps the watcher from being collected: nothing else holds it.
        await written.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        // As Ctrl+C, which a test that runs in the background would not pass on.
        using (Process.Start("kill", [$"{process.Id}"]))
        {
            Assert.Equal("Stopped before the end. Run it again to go on.\n", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
        Assert.All(Directory.GetFiles(_folder.Path, "*.json"), file => Assert.NotNull(PlanFile.Read(File.ReadAllBytes(file)).Plan));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1000000")]
    public void A_number_that_can_not_be_made_is_refused(string plans)
    {
        var (exitCode, _, error) = Run("--plans", plans, "--to", _folder.Path);

        Assert.Equal(1, exitCode);
        Assert.Equal("--plans takes a number from 1 to 201960.\n", error.Replace("\n\n", "\n", StringComparison.Ordinal));
    }

    [Fact]
    public void A_misspelt_option_is_answered_with_the_one_that_is_meant()
    {
        var (exitCode, output, error) = Run("--plns", "3", "--to", _folder.Path);

        Assert.Equal(1, exitCode);
        Assert.Contains("'--plns'", error, StringComparison.Ordinal);
        Assert.Contains("Did you mean one of the following?\n--plans\n", output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static (int ExitCode, string Output, string Error) Run(params string[] args) => CommandTest.Run(["generate", .. args]);
}
