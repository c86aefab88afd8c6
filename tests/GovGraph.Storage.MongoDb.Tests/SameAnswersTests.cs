using System.Collections.Immutable;
using FsCheck.Fluent;
using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Files;
using GovGraph.Storage.Grouping;
using GovGraph.Storage.Paging;
using GovGraph.Storage.Search;
using GovGraph.Storage.Tests.Contract;
using Xunit;

namespace GovGraph.Storage.MongoDb.Tests;

/// <summary>Random questions to both stores with the same plans: the same items, the same cursors. 2,000 filters a run.</summary>
public sealed class SameAnswersTests : IAsyncLifetime
{
    private static readonly ImmutableArray<string> Ids = ["an-binh-2022-cchc", "ea-sup-2024-papi", "an-binh", "ea-sup", "an-binh/ubnd-xa", "dai-loc/ubnd-xa", "an-binh/cac-thon", "none"];
    private static readonly string[] TaskPaths = ["title", "status", "deadline.dueDate", "budget", "plan.year", "plan.title", "area.code", "code", "completedOn", "group.code", "component.budget", "area.title"];

    private readonly string _folder = Directory.CreateTempSubdirectory("govgraph-").FullName;
    private FileStore _embedded = null!;
    private MongoStore _mongo = null!;

    public async ValueTask InitializeAsync()
    {
        _embedded = FileStore.Open(new FileStoreOptions { Path = _folder });
        _mongo = await MongoStore.Open(new MongoSettings { ConnectionString = await TestServer.NewDatabase() }, TimeProvider.System);
        await SampleStore.Fill(_embedded);
        await SampleStore.Fill(_mongo);
    }

    public async ValueTask DisposeAsync()
    {
        await _embedded.DisposeAsync();
        await _mongo.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public Task Tasks() => AreSame(1000, FieldMaps.Tasks, TaskPaths, (store, query) => store.FindTasks(query), (PlanTask task) => $"{task.Id} {task.Version}");

    [Fact]
    public Task Plans() => AreSame(600, FieldMaps.Plans, ["title", "year", "program", "number", "summary.openOverdue", "summary.progress", "summary.nextDeadline"], (store, query) => store.FindPlans(query), (Plan plan) => $"{plan.Id} {plan.Version}");

    [Fact]
    public Task Units() => AreSame(400, FieldMaps.UnitsOfAllPlans, ["name", "summary.total", "summary.openOverdue", "summary.progress", "summary.nextDeadline"], (store, query) => store.FindUnits(query), (Unit unit) => $"{unit.Id} {unit.Name} {string.Join('|', unit.Aliases)} under {unit.Under?.Id} over {string.Join('|', unit.Units.Select(below => below.Id))}");

    [Fact]
    public async Task Indicators()
    {
        await SampleStore.FillIndicators(_embedded);
        await SampleStore.FillIndicators(_mongo);
        await AreSame(
            200, FieldMaps.Indicators, ["code", "title", "target", "achievement", "isBelowTarget", "plan.year"], (store, query) => store.FindIndicators(query), (Indicator indicator) => $"{indicator.Id} {indicator.Version}");
    }

    [Fact]
    public async Task Groups()
    {
        var asked = 0;
        foreach (var (query, size) in RandomQueries.Groups(Ids).Zip(Gen.Choose(1, 4)).Sample(250))
        {
            var end = await IsSame(query with { Groups = query.Groups with { Page = new() { First = size }, WithTotalCount = asked % 4 == 0 } });
            if (end is not null && asked++ % 4 == 0)
                await IsSame(query with { Groups = query.Groups with { Page = new() { First = size, After = end } } });
        }

        async Task<string?> IsSame(GroupQuery query)
        {
            var (expected, page) = (await _embedded.GroupTasks(query), await _mongo.GroupTasks(query));
            var (left, right) = (Print(expected, group => GroupReference.Line(group, query)), Print(page, group => GroupReference.Line(group, query)));
            Assert.True(left == right, $"{query}\nhaving {query.Groups.Filter} order {string.Join(", ", query.Groups.Order)}\nembedded: {left}\nMongoDB:  {right}");
            return page.EndCursor;
        }
    }

    [Fact]
    public async Task Searches()
    {
        foreach (var query in RandomQueries.Searches(Ids).Sample(400))
        {
            var paged = query with { Page = new() { First = 3 }, WithTotalCount = true };
            if (await IsSame(paged) is { } end)
                await IsSame(paged with { Page = new() { First = 3, After = end }, WithTotalCount = false });
        }

        async Task<string?> IsSame(SearchQuery query)
        {
            var (expected, page) = (await _embedded.Search(query), await _mongo.Search(query));
            Assert.True(Print(expected, PrintHit) == Print(page, PrintHit), $"{query}\nembedded: {Print(expected, PrintHit)}\nMongoDB:  {Print(page, PrintHit)}");
            return page.EndCursor;
        }

        static string PrintHit(SearchHit hit) =>
            $"{hit.Node.Id} {hit.Score} {string.Join('|', hit.Highlights.Select(highlight => $"{highlight.Field}: {string.Concat(highlight.Fragments.Select(fragment => fragment.Text))}"))}";
    }

    private async Task AreSame<T>(int count, FieldMap map, string[] paths, Func<PlanStore, Query<T>, ValueTask<Page<T>>> find, Func<T, string> print)
    {
        var questions = RandomQueries.Filters(map, Ids).Zip(RandomQueries.Orders(paths)).Zip(Gen.Choose(1, 4));
        var asked = 0;
        foreach (var ((filter, order), size) in questions.Sample(count))
        {
            var query = new Query<T> { Filter = filter, Order = order, Page = new() { First = size }, WithTotalCount = asked % 4 == 0 };
            var end = await IsSame(query);
            // The cursor of one store goes on in the other.
            if (end is not null && asked++ % 4 == 0)
                await IsSame(query with { Page = new() { First = size, After = end }, WithTotalCount = false });
        }

        async Task<string?> IsSame(Query<T> query)
        {
            var (expected, page) = (await find(_embedded, query), await find(_mongo, query));
            Assert.True(
                Print(expected, print) == Print(page, print),
                $"{query.Filter} order {string.Join(", ", query.Order)} {query.Page}\nembedded: {Print(expected, print)}\nMongoDB:  {Print(page, print)}");
            return page.EndCursor;
        }
    }

    private static string Print<T>(Page<T> page, Func<T, string> print) =>
        $"{string.Join("; ", page.Items.Select((item, i) => $"{print(item)} {page.Cursor(i)}"))} before:{page.HasPreviousPage} behind:{page.HasNextPage} of {page.TotalCount} {page.Fault}";
}
