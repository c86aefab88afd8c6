using System.Diagnostics;
using GovGraph.Storage;
using GovGraph.Storage.MongoDb;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Testing;
using static GovGraph.Benchmarks.Stores.StoreComparison;

namespace GovGraph.Benchmarks.Stores;

/// <summary>MongoDB: the same questions, and what the adapter adds to the server's answer.</summary>
internal static class MongoRun
{
    // The double keeps every document twice in one Node process, as bytes and as objects.
    private const int MostInDouble = 1000;
    private const int Runs = 300;
    private const int InsertsAtOnce = 8;

    public static async Task Print(string[] files, IReadOnlyList<int> sizes)
    {
        var named = Environment.GetEnvironmentVariable("GOVGRAPH_TEST_MONGODB");
        Environment.SetEnvironmentVariable("NODE_OPTIONS", "--max-old-space-size=8192");
        await using var started = string.IsNullOrEmpty(named) ? await MongoDouble.Start("--replica-set", "rs0") : null;
        var uri = started is null ? named! : started.Uri(options: "?replicaSet=rs0");
        Line($"\nMongoDB: {(started is null ? "the server that GOVGRAPH_TEST_MONGODB names" : "the double in tests/mongodb-double; its own time says nothing of a server")}");
        Line($"\n| MongoDB | filled in s | task search µs | documents it looks at | whole plan, unchanged since it was read, µs |");
        Line($"|---|--:|--:|--:|--:|");
        var settings = new MongoSettings { ConnectionString = uri };
        foreach (var size in started is null ? sizes : sizes.Select(size => Math.Min(size, MostInDouble)).Distinct()) settings = await Print(uri, files[..size]);
        await AdapterCost.Print(settings);
        if (started is null) await ExplainedSearch.Print(settings, Questions.About(files));
        else Line($"\nNot explained: the double has no query planner. GOVGRAPH_TEST_MONGODB=mongodb://… bench/stores.sh asks a server for the keys, documents and index bounds of the task search.");
    }

    private static async Task<MongoSettings> Print(string uri, string[] files)
    {
        var settings = new MongoSettings
        {
            ConnectionString = new UriBuilder(uri) { Path = FormattableString.Invariant($"govgraph_bench_{Environment.ProcessId}_{files.Length}") }.ToString(),
            ConnectTimeout = TimeSpan.FromMinutes(1),
            CommandTimeout = TimeSpan.FromMinutes(5),
        };
        await using var store = await MongoStore.Open(settings, TimeProvider.System);
        var start = Stopwatch.GetTimestamp();
        var record = new ChangeRecord(TimeProvider.System.GetUtcNow());
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = InsertsAtOnce }, async (file, stop) => await store.Insert(Read(file), record, stop));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var query = Questions.About(files);
        var found = (await store.FindTasks(query)).Items.Length;
        var ids = files.Take(100).Select(file => Path.GetFileNameWithoutExtension(file)).ToArray();
        using var connection = MongoConnection.Open(settings, TimeProvider.System);
        var scanned = await connection.Run(new ScannedDocuments(), CancellationToken.None);
        await store.FindTasks(query);
        scanned = await connection.Run(new ScannedDocuments(), CancellationToken.None) - scanned;
        var search = await Measured.Of(Runs, async _ => await store.FindTasks(query));
        foreach (var id in ids) await store.GetPlan(id);
        var whole = await Measured.Of(Runs, async run => await store.GetPlan(ids[run % ids.Length]));
        Line($"| {files.Length:N0} plans, {found} found | {seconds:0.0} | {search.Microseconds:0} | {scanned:N0} | {whole.Microseconds:0} |");
        return settings;
    }
}
