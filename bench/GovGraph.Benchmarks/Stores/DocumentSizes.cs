using System.Collections.Immutable;
using System.IO.Compression;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Tasks;
using GovGraph.Storage;
using GovGraph.Storage.MongoDb;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Documents;
using static GovGraph.Benchmarks.Stores.StoreComparison;

namespace GovGraph.Benchmarks.Stores;

/// <summary>What plans weigh in MongoDB: documents, and the keys of each index.</summary>
internal static class DocumentSizes
{
    // Behind each key stands the id of its record, for millions of them in three or four bytes.
    private const int RecordId = 4;

    public static void Print(IReadOnlyList<Plan> plans)
    {
        var record = new ChangeRecord(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
        byte[][] documents = [.. plans.Select(plan => PlanBson.Write(plan, new PlanChange("0123456789abcdef0123456789abcdef", plan.Version, record)))];
        var (tasks, file) = (plans.Average(plan => plan.Tasks.Length), plans.Average(plan => PlanFile.Write(plan).Length) / 1e3);
        var (document, largest) = (documents.Average(bytes => bytes.Length) / 1e3, documents.Max(bytes => bytes.Length) / 1e3);
        Line($"\n{plans.Count:N0} plans, {tasks:0.0} tasks each: file {file:0.0} KB, document {document:0.0} KB, the largest {largest:0.0} KB");
        Line($"Compressed with zlib {documents.Average(Compressed) / 1e3:0.0} KB; {plans.Average(plan => plan.Version - 1):0.0} changes a plan, each {plans.Average(ChangeRecordBytes):0} bytes in its history");
        Line($"\n| index | keys a plan | bytes a key | KB a plan |");
        Line($"|---|--:|--:|--:|");
        var total = 0.0;
        foreach (var index in Collections.PlanIndexes.Select(index => (index.Name, Paths: index.Paths.ToImmutableArray())).Prepend(("_id_", ["_id"])))
        {
            var keys = documents.Select(bytes => KeysOf(bytes, index.Paths)).ToArray();
            var (count, bytes) = (keys.Average(of => of.Count), keys.Average(of => of.Sum(key => key.Length)));
            total += bytes;
            Line($"| {index.Name} | {count:0.0} | {bytes / count:0} | {bytes / 1e3:0.00} |");
        }

        Line($"| all | | | {total / 1e3:0.0} |");
    }

    private static long Compressed(byte[] document)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal, leaveOpen: true)) zlib.Write(document);
        return compressed.Length;
    }

    // As if each task had been changed once, by what is known of it now.
    private static double ChangeRecordBytes(Plan plan)
    {
        var record = new ChangeRecord(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero)) { Who = "nguyen-van-an", Client = "govgraph-web" };
        var changes = plan.Tasks.Where(task => task.Version > 1)
            .Select(task => new PlanChange("0123456789abcdef0123456789abcdef", 2, record) { NodeId = task.Id, Before = new TaskProgress(), After = task.Progress }).ToArray();
        return changes.Length == 0 ? 0 : (PlanBson.Write(plan, changes).Length - PlanBson.Write(plan, (PlanChange[])[]).Length) / (double)changes.Length;
    }

    /// <summary>The different keys that a document has in an index. Paths of one index go through the same lists together.</summary>
    private static HashSet<string> KeysOf(byte[] document, ImmutableArray<string> paths)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        Walk(document, [.. paths.Select(path => path.Split('.').ToImmutableList())], keys);
        return [.. keys.Select(key => key + new string('r', RecordId))];
    }

    private static void Walk(ReadOnlySpan<byte> node, ImmutableArray<ImmutableList<string>> paths, HashSet<string> keys)
    {
        if (paths[0].Count > 1 && paths.All(path => path.Count > 1 && path[0] == paths[0][0]) && BsonReader.TryFind(node, Utf8(paths[0][0]), out var shared))
        {
            ImmutableArray<ImmutableList<string>> rest = [.. paths.Select(path => path.RemoveAt(0))];
            if (shared.Type != BsonType.Array)
            {
                Walk(shared.Value, rest, keys);
                return;
            }

            for (var items = shared.Enter(); items.Next();) Walk(items.Value, rest, keys);
            return;
        }

        IEnumerable<string> found = [""];
        foreach (var path in paths)
        {
            var values = new List<string>();
            Values(node, path, values);
            found = [.. found.SelectMany(start => values.DefaultIfEmpty("n").Select(value => start + value))];
        }

        keys.UnionWith(found);
    }

    // As long as the server's key strings: a byte for the type, then the value; texts end with a zero.
    private static void Values(ReadOnlySpan<byte> node, ImmutableList<string> path, List<string> values)
    {
        if (!BsonReader.TryFind(node, Utf8(path[0]), out var member)) return;
        if (member.Type == BsonType.Array)
        {
            for (var items = member.Enter(); items.Next();) Value(items, path, values);
            return;
        }

        Value(member, path, values);
    }

    private static void Value(BsonReader value, ImmutableList<string> path, List<string> values)
    {
        if (path.Count > 1) Values(value.Value, path.RemoveAt(0), values);
        else if (value.Type == BsonType.String) values.Add($"s{System.Text.Encoding.Latin1.GetString(value.Utf8Bytes())}0");
        else values.Add($"v{System.Text.Encoding.Latin1.GetString(value.Value),8}");
    }

    private static byte[] Utf8(string name) => System.Text.Encoding.UTF8.GetBytes(name);
}
