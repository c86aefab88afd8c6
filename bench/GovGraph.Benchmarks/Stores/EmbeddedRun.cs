using System.Diagnostics;
using GovGraph.Plans;
using GovGraph.Storage;
using GovGraph.Storage.Files;
using static GovGraph.Benchmarks.Stores.StoreComparison;

namespace GovGraph.Benchmarks.Stores;

/// <summary>The embedded store: start, memory, and what it answers.</summary>
internal static class EmbeddedRun
{
    private const int Runs = 2000;

    public static async Task Print(string[] files, IReadOnlyList<int> sizes)
    {
        Line($"\n| embedded store | start s | of it processor s | heap MB | KB a task | task search µs | whole plan µs |");
        Line($"|---|--:|--:|--:|--:|--:|--:|");
        foreach (var size in sizes) await Print(files[..size]);
    }

    private static async Task Print(string[] files)
    {
        var folder = Directory.CreateTempSubdirectory("govgraph-stores-");
        try
        {
            var plans = folder.CreateSubdirectory("plans");
            foreach (var file in files) File.Copy(file, Path.Combine(plans.FullName, Path.GetFileName(file)));
            var query = Questions.About(files);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var processor = Environment.CpuUsage.TotalTime;
            var start = Stopwatch.GetTimestamp();
            await using var store = FileStore.Open(new FileStoreOptions { Path = folder.FullName });
            var ids = (await store.FindPlans(new Query<Plan>())).Items.Select(plan => plan.Id).ToArray();

            // The first question builds the index.
            var found = (await store.FindTasks(query)).Items.Length;
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            processor = Environment.CpuUsage.TotalTime - processor;
            var heap = GC.GetTotalMemory(forceFullCollection: true) - before;
            var search = await Measured.Of(Runs, async _ => await store.FindTasks(query));
            var whole = await Measured.Of(Runs, async run => await store.GetPlan(ids[run * 7919 % ids.Length]));
            Line($"| {files.Length:N0} plans, {store.Report.Tasks:N0} tasks, {found} found | {seconds:0.0} | {processor.TotalSeconds:0.0} | {heap / 1e6:N0} | {heap / 1e3 / store.Report.Tasks:0.0} | {search.Microseconds:0.0} | {whole.Microseconds:0.00} |");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
