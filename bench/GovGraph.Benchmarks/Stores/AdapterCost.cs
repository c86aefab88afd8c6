using System.Globalization;
using GovGraph.Plans;
using GovGraph.Storage;
using GovGraph.Storage.MongoDb;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Documents;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.MongoDb.Queries;
using static GovGraph.Benchmarks.Stores.StoreComparison;

namespace GovGraph.Benchmarks.Stores;

/// <summary>What the adapter adds to the time of a command: the same commands through the same driver, once with their replies only counted, against a responder that sends recorded bytes.</summary>
internal static class AdapterCost
{
    private const int Runs = 1000;

    // More texts than the process remembers.
    private const int Others = 200;

    public static async Task Print(MongoSettings settings)
    {
        using var replay = ReplayServer.Before(settings.ConnectionString);
        var replayed = settings with { ConnectionString = replay.ConnectionString, Connections = 1 };
        await using var store = await MongoStore.Open(replayed, TimeProvider.System);
        using var raw = MongoConnection.Open(replayed, TimeProvider.System);
        var id = (await store.FindPlans(new Query<Plan> { Page = new() { First = 1 } })).Items[0].Id;

        var sent = (await raw.Run(Whole(id, document => document.Length), CancellationToken.None)).Single();
        Line($"\n| whole plan {id}, {sent / 1e3:0.0} KB sent | raw command µs | quickest | adapter µs | quickest | the adapter adds | to the quickest |");
        Line($"|---|--:|--:|--:|--:|--:|--:|");
        await Compare("read for the first time", Whole(id, document => document.Length), Whole(id, PlanReader.Read));
        var (version, again) = await Measured.Of(Runs, _ => raw.Run(Version(id), CancellationToken.None), async _ => await store.GetPlan(id));
        Row("unchanged since it was read: only its version is asked for", version, again);
        var (whole, cached) = await Measured.Of(Runs, _ => raw.Run(Whole(id, document => document.Length), CancellationToken.None), async _ => await store.GetPlan(id));
        Row("unchanged since it was read, beside the raw command for the whole plan", whole, cached);
        await Decoding((await raw.Run(Whole(id, document => document.ToArray()), CancellationToken.None)).Single());

        async Task Compare<T>(string name, Find<int> bytes, Find<T> mapped)
        {
            var (first, second) = await Measured.Of(Runs, _ => raw.Run(bytes, CancellationToken.None), _ => raw.Run(mapped, CancellationToken.None));
            Row(name, first, second);
        }
    }

    private static Find<T> Whole<T>(string id, DocumentReader<T> read)
    {
        var filter = Mql.Document(("$in", Mql.List([Mql.Value(id)])));
        return new Find<T>(Collections.Plans, writer => filter.Write(writer, "_id"u8), read) { Without = PlanReader.Derived };
    }

    private static Find<long> Version(string id) =>
        new(Collections.Plans, filter => filter.String("_id"u8, id), PlanRow.VersionOf) { Only = ["version"] };

    private static void Row(string name, Measured raw, Measured adapter) => Line(
        $"| {name} | {raw.Microseconds:0} | {raw.Quickest:0} | {adapter.Microseconds:0} | {adapter.Quickest:0} | {Added(adapter.Microseconds, raw.Microseconds)} | {Added(adapter.Quickest, raw.Quickest)} |");

    private static string Added(double adapter, double raw) => ((adapter / raw) - 1).ToString("+0 %;-0 %", CultureInfo.InvariantCulture);

    /// <summary>Without a driver and a server: from the bytes to the plan, with texts that this process has met before, and with texts that are all new to it.</summary>
    private static async Task Decoding(byte[] document)
    {
        byte[][] others = [.. Enumerable.Range(0, Others).Select(number => NewTexts.Of(document, number))];
        var known = await Measured.Of(Runs, _ => Read(document));
        var unknown = await Measured.Of(Runs, run => Read(others[run % Others]));
        Line($"\n| from bytes to a plan, without a server | µs | quickest |");
        Line($"|---|--:|--:|");
        Line($"| texts that the process knows from other plans or versions | {known.Microseconds:0} | {known.Quickest:0} |");
        Line($"| texts that are new to it | {unknown.Microseconds:0} | {unknown.Quickest:0} |");

        static Task Read(byte[] document)
        {
            PlanReader.Read(document);
            return Task.CompletedTask;
        }
    }
}
