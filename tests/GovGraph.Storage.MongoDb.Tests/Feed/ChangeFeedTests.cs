using GovGraph.Storage.History;
using GovGraph.Storage.MongoDb.Bson;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Documents;
using GovGraph.Storage.MongoDb.Feed;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.Tests.Contract;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.MongoDb.Tests.Feed;

/// <summary>The order of all changes, when several processes write, number and read at the same time, and when one of them ends in the middle.</summary>
public sealed class ChangeFeedTests : IAsyncLifetime
{
    private const string Id = "new-2024-cchc";

    private MongoSettings _settings = null!;
    private MongoStore _first = null!;
    private MongoStore _second = null!;
    private MongoConnection _connection = null!;

    public async ValueTask InitializeAsync()
    {
        _settings = new MongoSettings { ConnectionString = await TestServer.NewDatabase() };
        _first = await MongoStore.Open(_settings, TimeProvider.System);
        _second = await MongoStore.Open(_settings, TimeProvider.System);
        _connection = MongoConnection.Open(_settings, TimeProvider.System);
    }

    public async ValueTask DisposeAsync()
    {
        await _first.DisposeAsync();
        await _second.DisposeAsync();
        _connection.Dispose();
    }

    [Fact]
    public async Task Readers_of_two_stores_are_told_the_same_while_both_write()
    {
        const int plans = 4;
        const int changes = 15;
        var writing = Task.WhenAll(Enumerable.Range(0, plans).Select(Write));
        var readers = await Task.WhenAll(ReadWhile(_first, writing), ReadWhile(_second, writing), ReadWhile(_first, writing));
        await writing;
        await using var late = await MongoStore.Open(_settings, TimeProvider.System);
        var expected = (await late.FindChanges(new())).Items.Select(Print).ToList();

        Assert.Equal(plans * (changes + 1), expected.Count);
        Assert.All(readers, reader => Assert.Equal(expected, reader));

        async Task Write(int plan)
        {
            await _first.Insert(SamplePlans.Small($"w{plan}", 1), SampleStore.Record);
            for (var i = 0; i < changes; i++)
            {
                // Each plan is changed through both stores.
                var store = i % 2 == 0 ? _first : _second;
                Assert.Null((await store.ChangeTask($"w{plan}-2024-cchc/1.1", null, task => task.AddEvidence(SampleStore.Document(i)), SampleStore.Record)).Refusal);
            }
        }
    }

    [Fact]
    public async Task What_was_numbered_by_a_process_that_ended_before_it_took_the_marks_away_is_numbered_once()
    {
        await Fill();
        var before = await Print(_first);
        await Mark([.. (await Recorded()).Skip(1)]);
        await _second.ChangeTask($"{Id}/1.1", null, task => task.AddEvidence(SampleStore.Document(9)), SampleStore.Record);

        var after = await Print(_second);

        Assert.Equal((3, 4), (before.Count, after.Count));
        Assert.Equal(before, after.SkipLast(1));
        Assert.Empty(await Marked());
    }

    [Fact]
    public async Task A_mark_without_a_change_is_taken_away()
    {
        await Fill();
        await Mark("none");

        Assert.Empty(await Print(_first));
        Assert.Empty(await Marked());
    }

    [Fact]
    public async Task What_an_older_program_wrote_is_numbered_after_a_migration()
    {
        await Fill();
        await Update(update => update.BeginDocument("$unset"u8).String("unnumbered"u8, "").End());

        Assert.Empty(await Print(_first));
        Assert.Single((await _first.Migrate(isDryRun: false)).Renewed);
        Assert.Equal(3, (await Print(_first)).Count);
        Assert.Empty((await _first.Migrate(isDryRun: false)).Renewed);
        Assert.Equal(3, (await Print(_second)).Count);
    }

    [Fact]
    public async Task More_plans_than_are_looked_at_together_are_numbered_in_the_order_of_their_changes()
    {
        const int plans = 70;
        for (var i = 0; i < plans; i++)
        {
            await _first.Insert(SamplePlans.Small($"p{i:d2}", 1), At(i));
        }

        for (var i = plans - 1; i >= 0; i--)
        {
            await _first.ChangeTask($"p{i:d2}-2024-cchc/1.1", null, task => task.AddEvidence(SampleStore.Document(1)), At(plans + (plans - i)));
        }

        var told = (await _first.FindChanges(new())).Items;

        Assert.Equal(2 * plans, told.Length);
        Assert.Equal(told.Select(change => change.At).Order(), told.Select(change => change.At));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(2)]
    public async Task A_reader_is_answered_while_others_go_on_writing(int plansAtOnce)
    {
        const int writers = 4;
        for (var plan = 0; plan < writers; plan++) await _first.Insert(SamplePlans.Small($"w{plan}", 1), SampleStore.Record);
        using var numbers = new FeedNumbers(_connection, plansAtOnce);
        using var answered = new CancellationTokenSource();
        var writing = Task.WhenAll(Enumerable.Range(0, writers).Select(Write));

        await numbers.NumberAll(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.False(writing.IsCompleted);
        await answered.CancelAsync();
        await writing;

        async Task Write(int plan)
        {
            for (var i = 0; !answered.IsCancellationRequested; i++)
            {
                var status = i % 2 == 0 ? TaskStatus.InProgress : TaskStatus.Suspended;
                await _second.ChangeTask($"w{plan}-2024-cchc/1.1", null, task => task.ChangeStatus(status, null, new DateOnly(2024, 3, 1)), SampleStore.Record);
            }
        }
    }

    private static ChangeRecord At(int minute) => SampleStore.Record with { At = SampleStore.Moment.AddMinutes(minute) };

    private static string Print(HistoryEntry change) => $"{change.Sequence} {change.PlanId}@{change.PlanVersion} {change.Event!.After?.Version}";

    private static async Task<List<string>> Print(MongoStore store) => [.. (await store.FindChanges(new())).Items.Select(Print)];

    /// <summary>Reads on page by page, at least once after the writing has ended.</summary>
    private static async Task<List<string>> ReadWhile(MongoStore store, Task writing)
    {
        var read = new List<string>();
        string? after = null;
        for (var isLast = false; ;)
        {
            var page = await store.FindChanges(new() { Page = new() { First = 4, After = after } });
            read.AddRange(page.Items.Select(Print));
            after = page.EndCursor ?? after;
            if (!page.HasNextPage)
            {
                if (isLast)
                {
                    return read;
                }

                isLast = writing.IsCompleted;
            }
        }
    }

    private async Task Fill()
    {
        await _first.Insert(SamplePlans.Small("new", 1), SampleStore.Record);
        await _first.ChangeTask($"{Id}/1.1", null, task => task.AddEvidence(SampleStore.Document(1)), SampleStore.Record);
        await _first.ChangeTask($"{Id}/1.1", null, task => task.AddEvidence(SampleStore.Document(2)), SampleStore.Record);
    }

    private async Task<IEnumerable<string>> Recorded() =>
        (await _connection.Run(new Find<List<PlanChange>>(Collections.Plans, _ => { }, PlanChange.ReadAll), CancellationToken.None)).Single().Select(change => change.Id);

    private async Task<IEnumerable<string>> Marked() =>
        (await _connection.Run(new Find<IEnumerable<string>>(Collections.Plans, _ => { }, document => Unnumbered.Read(document).Keys), CancellationToken.None)).Single();

    private Task Mark(params string[] changes) => Update(update =>
    {
        update.BeginDocument("$set"u8).BeginArray("unnumbered"u8);
        foreach (var change in changes)
        {
            update.BeginDocument().String("id"u8, change).DateTime("at"u8, SampleStore.Moment).End();
        }

        update.End().End();
    });

    private async Task Update(Action<BsonWriter> update) =>
        Assert.True(await _connection.Run(new FindAndModify(Collections.Plans, filter => filter.String("_id"u8, Id), update), CancellationToken.None));
}
