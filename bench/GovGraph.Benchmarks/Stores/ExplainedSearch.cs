using System.Text;
using GovGraph.Plans.Tasks;
using GovGraph.Storage;
using GovGraph.Storage.Fields;
using GovGraph.Storage.MongoDb;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.MongoDb.Queries;
using GovGraph.Storage.Paging;
using static GovGraph.Benchmarks.Stores.StoreComparison;
using Range = GovGraph.Storage.MongoDb.Queries.Range;

namespace GovGraph.Benchmarks.Stores;

/// <summary>What a server looked at for the task search: https://www.mongodb.com/docs/manual/reference/command/explain/.</summary>
internal sealed class ExplainedSearch(Mql[] stages) : Command<ExplainedSearch.Work>
{
    public override CommandKind Kind => CommandKind.Plain;

    public static async Task Print(MongoSettings settings, Query<PlanTask> query)
    {
        var keyset = new Keyset<PlanTask>(FieldMaps.Tasks, query);
        var pipeline = new TaskPipeline(query.Filter, new SortKeys(keyset.Terms), isDefaultOrder: false);
        using var connection = MongoConnection.Open(settings, TimeProvider.System);
        var work = await connection.Run(new ExplainedSearch([.. pipeline.Rows(new Range { Limit = 11 })]), CancellationToken.None);
        Line($"\nThe task search looks at {work.Keys:N0} keys and {work.Documents:N0} documents, through");
        foreach (var bounds in work.Bounds) Line($"- {bounds}");
    }

    public override void Build(BsonWriter command)
    {
        command.BeginDocument("explain"u8).String("aggregate"u8, Collections.Plans).BeginArray("pipeline"u8);
        foreach (var stage in stages) stage.Write(command, []);
        command.End().BeginDocument("cursor"u8).End().End().String("verbosity"u8, "executionStats");
    }

    public override Work Read(ReadOnlySpan<byte> reply)
    {
        var work = new Work();
        Look(new BsonReader(reply), work);
        return work;
    }

    private static void Look(BsonReader members, Work work)
    {
        var (index, bounds) = ("", new List<string>());
        while (members.Next())
        {
            if (members.Is("totalKeysExamined"u8)) work.Keys += members.Int64();
            else if (members.Is("totalDocsExamined"u8)) work.Documents += members.Int64();
            else if (members.Is("indexName"u8)) index = members.String();
            else if (members.Is("indexBounds"u8)) bounds = Bounds(members.Enter());
            else if (members.Type is BsonType.Document or BsonType.Array && !members.Is("rejectedPlans"u8) && !members.Is("command"u8)) Look(members.Enter(), work);
        }

        if (index.Length > 0) work.Bounds.Add($"{index} {string.Join("; ", bounds)}".TrimEnd());
    }

    /// <summary>Of each path of the index, the ranges of keys that were looked at.</summary>
    private static List<string> Bounds(BsonReader paths)
    {
        var all = new List<string>();
        while (paths.Next())
        {
            if (paths.Type != BsonType.Array) continue;
            var ranges = new List<string>();
            for (var items = paths.Enter(); items.Next();) ranges.Add(items.String());
            all.Add($"{Encoding.UTF8.GetString(paths.Name)}: {string.Join(", ", ranges)}");
        }

        return all;
    }

    internal sealed class Work
    {
        public long Keys { get; set; }

        public long Documents { get; set; }

        /// <summary>The indexes of the plan that won, each with its bounds.</summary>
        public SortedSet<string> Bounds { get; } = new(StringComparer.Ordinal);
    }
}
