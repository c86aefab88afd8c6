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
        Line($"\nThe task search looks at {work.Keys:N0} keys and {work.Documents:N0} documents, through {string.Join(" and ", work.Indexes)}.");
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
        while (members.Next())
        {
            if (members.Is("totalKeysExamined"u8)) work.Keys += members.Int64();
            else if (members.Is("totalDocsExamined"u8)) work.Documents += members.Int64();
            else if (members.Is("indexName"u8)) work.Indexes.Add(members.String());
            else if (members.Type is BsonType.Document or BsonType.Array) Look(members.Enter(), work);
        }
    }

    internal sealed class Work
    {
        public long Keys { get; set; }

        public long Documents { get; set; }

        public SortedSet<string> Indexes { get; } = new(StringComparer.Ordinal);
    }
}
