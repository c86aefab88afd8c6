using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Search;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.MongoDb.Queries;
using GovGraph.Storage.Ordering;
using GovGraph.Storage.Paging;
using GovGraph.Storage.Search;
using GovGraph.Storage.Tests.Contract;
using Xunit;
using Range = GovGraph.Storage.MongoDb.Queries.Range;

namespace GovGraph.Storage.MongoDb.Tests;

/// <summary>Each query of the README is answered through an index, as the server itself explains it.</summary>
public sealed class ExplainTests : IAsyncLifetime
{
    private static readonly Filter MyHoaHung2024 = Filter.Object("plan", Filter.And(Filter.Object("issuer", Filter.Eq("id", "my-hoa-hung")), Filter.Eq("year", 2024)));

    private MongoConnection _connection = null!;

    public static TheoryData<string> Names { get; } = [.. Pipelines().Keys];

    public async ValueTask InitializeAsync()
    {
        if (await TestServer.IsDouble())
            Assert.Skip("The double has no query planner: set GOVGRAPH_TEST_MONGODB to a MongoDB server.");
        var settings = new MongoSettings { ConnectionString = await TestServer.NewDatabase() };
        await using var store = await MongoStore.Open(settings, TimeProvider.System);
        await SampleStore.Fill(store);
        _connection = MongoConnection.Open(settings, TimeProvider.System);
    }

    public ValueTask DisposeAsync()
    {
        _connection?.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_index_answers(string name)
    {
        var stages = await _connection.Run(new Explain(Pipelines()[name]), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("COLLSCAN", stages);
        Assert.Contains(stages, stage => stage.Contains("IXSCAN", StringComparison.Ordinal) || stage.Contains("IDHACK", StringComparison.Ordinal) || stage is "COUNT_SCAN" or "DISTINCT_SCAN");
    }

    private static Dictionary<string, Mql[]> Pipelines() => new()
    {
        ["1. Which plans are there?"] = Plans(null, new("year", true), new("id")),
        ["1. How many plans are there?"] = [.. new PlanPipeline(null, new SortKeys([new("id")])).Count()],
        ["4. What does a unit lead?"] = Tasks(Filter.And(Filter.Object("plan", Filter.Eq("id", "an-binh-2024-cchc")), Filter.Involves("UBND xã", UnitRole.Lead))),
        ["4. What does a unit lead, in all plans?"] = Tasks(Filter.Involves("an-binh/ubnd-xa", UnitRole.Lead)),
        ["5. What is overdue on a day?"] = Tasks(Filter.And(MyHoaHung2024, Filter.StateOn(new DateOnly(2024, 4, 1), DeadlineState.OpenOverdue)), new OrderTerm("deadline.dueDate")),
        ["6. What falls due in the second quarter?"] = Tasks(
            Filter.Object("deadline", Filter.And(
                FilterOperators.Compare("dueDate", "gte", new DateOnly(2024, 4, 1))!, FilterOperators.Compare("dueDate", "lte", new DateOnly(2024, 6, 30))!)),
            new OrderTerm("deadline.dueDate")),
        ["7. Where does a word occur?"] = Tasks(FilterOperators.Compare("text", "contains", "mot cua")!),
        ["8. Which areas still lack evidence?"] = Plans(Filter.Eq("program", ReformProgram.Papi), new OrderTerm("id")),
        ["9. Which units does a body name?"] = Units(Filter.Object("issuer", Filter.Eq("id", "an-binh"))),
        ["10. A unit by its id"] = Units(Filter.Eq("id", "an-binh/ubnd-xa")),
        ["16. What do the plans say about something?"] = Search("\"một cửa\" liên thông"),
        ["16. What begins so?"] = Search("mot c*"),
        ["How many tasks are there?"] = [.. new TaskPipeline(null, new SortKeys([]), isDefaultOrder: true).Count()],
    };

    private static Mql[] Plans(Filter? filter, params OrderTerm[] order) =>
        [.. new PlanPipeline(filter, new SortKeys(new Keyset<Plan>(FieldMaps.Plans, new Query<Plan> { Filter = filter, Order = [.. order] }).Terms)).Rows(new Range { Limit = 11 })];

    private static Mql[] Tasks(Filter filter, params OrderTerm[] order)
    {
        var keyset = new Keyset<PlanTask>(FieldMaps.Tasks, new Query<PlanTask> { Filter = filter, Order = [.. order] });
        return [.. new TaskPipeline(filter, new SortKeys(keyset.Terms), isDefaultOrder: order.Length == 0).Rows(new Range { Limit = 51 })];
    }

    private static Mql[] Search(string text)
    {
        var query = new SearchQuery(WantedText.Read(text, out _)!);
        return [.. new SearchPipeline(query, new SortKeys(query.Keyset.Terms)).Rows(new Range { Limit = 6 })];
    }

    private static Mql[] Units(Filter filter) =>
        [.. new UnitPipeline(filter, new SortKeys(new Keyset<Unit>(FieldMaps.Units, new Query<Unit> { Filter = filter }).Terms)).Rows(new Range { Limit = 51 })];

    /// <summary>The stages of the plan that wins: https://www.mongodb.com/docs/manual/reference/explain-results/.</summary>
    private sealed class Explain(Mql[] pipeline) : Command<List<string>>
    {
        public override CommandKind Kind => CommandKind.Plain;

        public override void Build(BsonWriter writer)
        {
            writer.BeginDocument("explain"u8).String("aggregate"u8, Storage.MongoDb.Collections.Plans).BeginArray("pipeline"u8);
            foreach (var stage in pipeline)
                stage.Write(writer, []);
            writer.End().BeginDocument("cursor"u8).End().End().String("verbosity"u8, "queryPlanner");
        }

        public override List<string> Read(ReadOnlySpan<byte> reply)
        {
            var stages = new List<string>();
            Collect(new BsonReader(reply), stages);
            return stages;
        }

        private static void Collect(BsonReader members, List<string> stages)
        {
            while (members.Next())
            {
                if (members.Is("stage"u8) && members.Type == BsonType.String)
                    stages.Add(members.String());
                else if (members.Type is BsonType.Document or BsonType.Array && !members.Is("rejectedPlans"u8) && !members.Is("command"u8))
                    Collect(members.Enter(), stages);
            }
        }
    }
}
