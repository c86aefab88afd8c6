using System.Globalization;
using GovGraph.Storage.Files;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Files;

public sealed class ProcessTests : IDisposable
{
    private const int Kills = 50;
    private const int MostChangesInALife = 120;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("govgraph-process-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_process_that_is_killed_again_and_again_loses_nothing_that_it_acknowledged()
    {
        var random = new Random();
        var acknowledged = new Dictionary<string, long>();
        for (var life = 0; life < Kills; life++)
        {
            using var writer = Writer.Start(folder.FullName);
            var changes = random.Next(1, MostChangesInALife);
            while (await writer.StandardOutput.ReadLineAsync() is { } line)
            {
                var (task, version) = line.Split(' ') is [var id, var number] ? (id, number) : (line, "0");
                acknowledged[task] = long.Parse(version, CultureInfo.InvariantCulture);
                if (--changes == 0)
                {
                    writer.Kill();
                }
            }

            Assert.True(changes <= 0, await writer.StandardError.ReadToEndAsync());
            await writer.WaitForExitAsync();
            await Check(acknowledged);
        }

        Assert.Equal(Writer.Tasks, acknowledged.Count);
    }

    [Fact]
    public async Task A_second_process_is_refused_and_the_first_one_goes_on()
    {
        await using var store = FileStore.Open(new FileStoreOptions { Path = folder.FullName });

        using var second = Writer.Start(folder.FullName);
        var told = await second.StandardError.ReadToEndAsync();
        await second.WaitForExitAsync();

        Assert.Equal(Writer.Refused, second.ExitCode);
        Assert.Equal(
            $"The folder {folder.FullName} is in use by process {Environment.ProcessId} ({Path.GetFileName(Environment.ProcessPath)} on {Environment.MachineName}). Stop that one, or give this one a folder of its own.",
            told.TrimEnd());
    }

    private async Task Check(Dictionary<string, long> acknowledged)
    {
        await using var store = FileStore.Open(new FileStoreOptions { Path = folder.FullName });
        Assert.All(store.Report.Faults, fault => Assert.Contains("never acknowledged", fault.Reason, StringComparison.Ordinal));
        foreach (var (id, version) in acknowledged)
        {
            var task = (await store.GetTask(id))!;
            Assert.True(task.Version >= version, $"{id}: {version} was acknowledged, {task.Version} is there");
            Assert.Equal($"{task.Version}", task.StatusNote);
            Assert.Equal(task.Version % 2 == 0 ? TaskStatus.InProgress : TaskStatus.Suspended, task.Status);
        }
    }
}
