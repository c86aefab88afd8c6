using System.Text;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Search;
using GovGraph.Storage.Filters;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.Search;
using GovGraph.Storage.Tests.Contract;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.MongoDb.Tests;

public sealed class PlanRenewalTests : IAsyncLifetime
{
    private const string Id = "new-2024-cchc";
    private MongoSettings _settings = null!;
    private MongoStore _store = null!;

    public async ValueTask InitializeAsync()
    {
        _settings = new MongoSettings { ConnectionString = await TestServer.NewDatabase() };
        _store = await MongoStore.Open(_settings, TimeProvider.System);
        await _store.Insert(SamplePlans.Small("new", 3), SampleStore.Record);
        await _store.Insert(SamplePlans.Small("other", 3), SampleStore.Record);
        await _store.ChangeTask($"{Id}/1.1", null, task => task.AddEvidence(SampleStore.Document(1)), SampleStore.Record);
        await _store.ChangeTask($"{Id}/1.1", null, task => task.ChangeStatus(TaskStatus.Completed, "Xong", new DateOnly(2024, 3, 15)), SampleStore.Record);
    }

    public async ValueTask DisposeAsync() => await _store.DisposeAsync();

    [Fact]
    public async Task What_this_program_wrote_is_left_also_after_changes() => Assert.Equal((2, 0), await Migrate());

    [Fact]
    public async Task Where_another_meaning_stands_beside_the_print_the_document_is_written_anew()
    {
        var before = (await _store.ReadLives().ToListAsync()).Select(life => life.ContentHash()).ToList();
        await Set(set => set.String("search.title.folded"u8, "an older folding"));

        Assert.Equal((2, 1), await Migrate(isDryRun: true));
        Assert.Equal((2, 1), await Migrate());
        Assert.Equal((2, 0), await Migrate());
        Assert.Equal(before, (await _store.ReadLives().ToListAsync()).Select(life => life.ContentHash()));
    }

    [Fact]
    public async Task A_document_without_the_steps_of_its_deadlines_gets_them()
    {
        var due = Filter.Object("deadline", Filter.Some("steps", Filter.Exists("due")));
        var before = await Ids();
        Assert.NotEmpty(before);
        using (var connection = MongoConnection.Open(_settings, TimeProvider.System))
            await connection.Run(Unset(Id, "areas.0.tasks.0.deadline.steps", "areas.0.tasks.1.deadline.steps", "areas.0.tasks.2.deadline.steps"), CancellationToken.None);
        Assert.DoesNotContain(await Ids(), task => task.StartsWith(Id, StringComparison.Ordinal));

        Assert.Equal((2, 1), await Migrate());
        Assert.Equal(before, await Ids());

        async Task<List<string>> Ids() => [.. (await _store.FindTasks(new() { Filter = due })).Items.Select(task => task.Id)];
    }

    [Fact]
    public async Task Evidence_without_a_state_was_handed_in_and_is_found_so()
    {
        using (var connection = MongoConnection.Open(_settings, TimeProvider.System))
            await connection.Run(Unset(Id, "areas.0.tasks.0.evidence.0.state"), CancellationToken.None);

        Assert.Equal([$"{Id}/1.1"], await Found(Filter.Eq("state", EvidenceState.Submitted)));
        Assert.Equal([$"{Id}/1.1"], await Found(Filter.In("state", EvidenceState.Submitted, EvidenceState.Returned)));
        Assert.Empty(await Found(Filter.Eq("state", EvidenceState.Accepted)));
        Assert.Equal((2, 1), await Migrate());

        async Task<IEnumerable<string>> Found(Filter state) =>
            (await _store.FindTasks(new() { Filter = Filter.Some("evidence", state) })).Items.Select(task => task.Id);
    }

    [Fact]
    public async Task A_document_without_words_is_found_again()
    {
        var query = new SearchQuery(WantedText.Read("ke hoach nho", out _)!) { Kinds = [SearchKind.Plan] };
        using (var connection = MongoConnection.Open(_settings, TimeProvider.System))
            await connection.Run(Unset(Id, "words"), CancellationToken.None);
        Assert.Equal(["other-2024-cchc"], await Found());

        Assert.Equal((2, 1), await Migrate());
        Assert.Equal([Id, "other-2024-cchc"], await Found());

        async Task<IEnumerable<string>> Found() => (await _store.Search(query)).Items.Select(hit => hit.Node.Id);
    }

    [Fact]
    public async Task With_a_newer_document_nothing_is_written()
    {
        await Set(set => set.String("search.title.folded"u8, "an older folding"));
        using var connection = MongoConnection.Open(_settings, TimeProvider.System);
        await connection.Run(Update("other-2024-cchc", set => set.Int32("schemaVersion"u8, 2)), CancellationToken.None);

        var refused = await Assert.ThrowsAsync<StoreException>(() => _store.Migrate(isDryRun: false));

        Assert.Equal(
            "The document 'other-2024-cchc' has version 2 of the plan format, and this program knows versions up to 1. Use the program that wrote it, or a newer one.",
            refused.Message);
        await connection.Run(Update("other-2024-cchc", set => set.Int32("schemaVersion"u8, 1)), CancellationToken.None);
        Assert.Equal((2, 1), await Migrate());
    }

    [Fact]
    public async Task What_is_no_plan_is_told_and_left()
    {
        await Set(set => set.String("year"u8, "two thousand"));

        var report = await _store.Migrate(isDryRun: false);

        Assert.StartsWith($"The document '{Id}' of the collection 'plans' is not a plan: ", Assert.Single(report.Unreadable), StringComparison.Ordinal);
        Assert.Equal((1, 0), (report.Plans, report.Renewed.Length));
    }

    private async Task<(int Plans, int Renewed)> Migrate(bool isDryRun = false)
    {
        var report = await _store.Migrate(isDryRun);
        Assert.Empty(report.Unreadable);
        return (report.Plans, report.Renewed.Length);
    }

    private async Task Set(Action<BsonWriter> members)
    {
        using var connection = MongoConnection.Open(_settings, TimeProvider.System);
        Assert.True(await connection.Run(Update(Id, members), CancellationToken.None));
    }

    private static FindAndModify Unset(string id, params string[] paths) => new(
        Collections.Plans,
        filter => filter.String("_id"u8, id),
        update =>
        {
            update.BeginDocument("$unset"u8);
            foreach (var path in paths)
                update.String(Encoding.UTF8.GetBytes(path), "");
            update.End();
        });

    private static FindAndModify Update(string id, Action<BsonWriter> members) => new(
        Collections.Plans,
        filter => filter.String("_id"u8, id),
        update =>
        {
            update.BeginDocument("$set"u8);
            members(update);
            update.End();
        });
}
