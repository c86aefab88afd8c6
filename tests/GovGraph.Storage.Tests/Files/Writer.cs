using System.Diagnostics;
using GovGraph.Storage.Files;
using GovGraph.Storage.Tests.Contract;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Files;

/// <summary>A process that changes tasks without end, and prints each change once it is acknowledged.</summary>
internal static class Writer
{
    public const string Argument = "--write";
    public const int Refused = 3;
    public const int Tasks = 12;
    private const int Bodies = 3;

    public static string TaskId(int worker) => $"body{worker % Bodies}-2024-cchc/1.{worker / Bodies + 1}";

    public static async Task<int> Run(string folder)
    {
        try
        {
            // Saves and seals often, so that the end comes in the middle of them too.
            await using var store = FileStore.Open(
                new FileStoreOptions { Path = folder, SaveDelay = TimeSpan.FromMilliseconds(5), JournalLimit = 20_000 });
            for (var body = 0; body < Bodies; body++)
            {
                await store.Insert(SamplePlans.Small($"body{body}", Tasks / Bodies), SampleStore.Record);
            }

            await Task.WhenAll(Enumerable.Range(0, Tasks).Select(worker => Task.Run(() => Change(store, TaskId(worker)))));
            return 0;
        }
        catch (StoreException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return Refused;
        }
    }

    public static Process Start(string folder)
    {
        var program = Environment.ProcessPath!;
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Writer).Assembly.Location);
        }

        start.ArgumentList.Add(Argument);
        start.ArgumentList.Add(folder);
        return Process.Start(start)!;
    }

    private static async Task Change(FileStore store, string task)
    {
        while (true)
        {
            // The note tells the version that it comes with, so half a change would show.
            var outcome = await store.ChangeTask(
                task,
                null,
                current => current.ChangeStatus(
                    current.Status == TaskStatus.InProgress ? TaskStatus.Suspended : TaskStatus.InProgress,
                    $"{current.Version + 1}",
                    new DateOnly(2024, 3, 15)),
                SampleStore.Record);
            Console.WriteLine($"{task} {outcome.Value!.Version}");
        }
    }
}
