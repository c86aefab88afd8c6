using GovGraph.Plans.Documents;
using GovGraph.Storage.Files;
using GovGraph.Storage.Filters;
using GovGraph.Storage.History;
using GovGraph.Storage.Tests.Contract;
using GovGraph.Storage.Tests.Disks;
using Xunit;

namespace GovGraph.Storage.Tests.Files.Journals;

/// <summary>What has happened, as the files tell it: over restarts, while journals are put aside, and where something is missing.</summary>
public sealed class ChangeLogTests
{
    private const string Id = "new-2024-cchc";

    // Each save puts the journal aside.
    private static readonly FileStoreOptions Options = new() { Path = "/data", JournalLimit = 1 };

    [Fact]
    public async Task A_cursor_is_good_after_a_restart_and_a_kill()
    {
        var disk = new FaultyDisk();
        string? after;
        await using (var store = FileStore.Open(Options, disk))
        {
            await Fill(store, 3);
            after = (await store.FindChanges(new() { Page = new() { First = 2 } })).EndCursor;
            await store.Save();
        }

        await using var next = FileStore.Open(Options, disk);
        await Change(next, 3);
        Assert.Equal([3L, 4, 5], await Versions(next, after));

        await using var last = FileStore.Open(Options, disk.AfterKill());
        Assert.Equal([3L, 4, 5], await Versions(last, after));
        await Change(last, 4);
        Assert.Equal([3L, 4, 5, 6], await Versions(last, after));
    }

    [Fact]
    public async Task Who_reads_on_misses_nothing_while_journals_are_put_aside()
    {
        var disk = new FaultyDisk();
        await using var store = FileStore.Open(Options, disk);
        await Fill(store, 1);
        var read = new List<HistoryEntry>();
        string? after = null;
        for (var i = 1; i < 40; i++)
        {
            await Change(store, i);
            if (i % 3 == 0) await store.Save();
            if (i % 4 != 0) continue;
            var page = await store.FindChanges(new() { Page = new() { After = after } });
            read.AddRange(page.Items);
            after = page.EndCursor;
        }

        Assert.Equal(Enumerable.Range(1, read.Count).Select(version => (long)version), read.Select(change => change.PlanVersion));
        Assert.All(read.Skip(1), change => Assert.Equal(change.PlanVersion, change.Event!.After!.Version));
        Assert.Contains(disk.Paths, path => path.StartsWith("/data/history/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_seen_is_read_again_from_the_file_that_holds_it_now()
    {
        var disk = new FaultyDisk();
        await using var store = FileStore.Open(Options with { JournalLimit = 1_000_000 }, disk);
        await Fill(store, 4);
        Assert.Equal([1L, 2, 3, 4, 5], await Versions(store, null));
        await store.DisposeAsync();
        await using var next = FileStore.Open(Options, disk);
        Assert.Equal([1L, 2, 3, 4, 5], await Versions(next, null));
        await Change(next, 4);
        await next.Save();

        Assert.Equal([1L, 2, 3, 4, 5, 6], await Versions(next, null));
        Assert.Equal(["5/BC-UBND"], (await next.FindChanges(new() { Page = new() { Last = 1 } })).Items.SelectMany(change => FieldChange.Of(change.Event!)).Select(change => change.After!.Split(',')[0]));
    }

    [Fact]
    public async Task A_plan_whose_file_was_taken_away_has_no_history()
    {
        var disk = new FaultyDisk();
        await using (var store = FileStore.Open(Options, disk))
        {
            await Fill(store, 2);
            await store.Insert(SamplePlans.Small("other", 1), SampleStore.Record);
        }

        disk.Delete($"/data/plans/{Id}.json");
        await using var next = FileStore.Open(Options, disk);

        Assert.Equal(["other-2024-cchc"], (await next.FindChanges(new())).Items.Select(change => change.PlanId));
        Assert.Empty((await next.FindChanges(new() { Filter = Filter.Eq("plan", Id) })).Items);
    }

    [Fact]
    public async Task A_plan_that_was_put_there_by_hand_has_a_history_from_its_first_change_on()
    {
        var disk = new FaultyDisk();
        disk.Write($"/data/plans/{Id}.json", PlanFile.Write(SamplePlans.Small("new", 1)));
        await using var store = FileStore.Open(Options, disk);
        Assert.Empty((await store.FindChanges(new())).Items);

        await Change(store, 0);

        Assert.Equal([2L], await Versions(store, null));
    }

    [Fact]
    public async Task Where_the_past_was_taken_away_the_rest_is_told()
    {
        var disk = new FaultyDisk();
        await using (var store = FileStore.Open(Options, disk))
        {
            await Fill(store, 3);
        }

        await using (var store = FileStore.Open(Options, disk))
        {
            await Change(store, 3);
        }

        disk.Delete(disk.Paths.First(path => path.StartsWith("/data/history/", StringComparison.Ordinal)));
        await using var next = FileStore.Open(Options, disk);

        Assert.NotEmpty((await next.FindChanges(new())).Items);
        Assert.Equal(5, (await next.FindChanges(new())).Items[^1].PlanVersion);
    }

    [Fact]
    public async Task A_file_that_is_lost_or_can_not_be_read_is_told_to_the_caller()
    {
        var disk = new FaultyDisk();
        await using var store = FileStore.Open(Options, disk);
        await Fill(store, 3);
        await store.Save();
        disk.FailsToRead = path => path.StartsWith("/data/history/", StringComparison.Ordinal);

        var unread = await Assert.ThrowsAsync<StoreException>(async () => await store.FindChanges(new()));
        Assert.Equal("The history could not be read: /data could not be read or written (Input/output error). Check the disk, then try again.", unread.Message);

        disk.FailsToRead = _ => false;
        Assert.Equal(4, (await store.FindChanges(new())).Items.Length);
        foreach (var path in disk.Paths.Where(path => path.StartsWith("/data/history/", StringComparison.Ordinal)).ToList())
        {
            disk.Delete(path);
        }

        var lost = await Assert.ThrowsAsync<StoreException>(async () => await store.FindChanges(new()));
        Assert.StartsWith($"The history of '{Id}' could not be read: record ", lost.Message, StringComparison.Ordinal);
    }

    private static async Task Fill(FileStore store, int changes)
    {
        await store.Insert(SamplePlans.Small("new", 1), SampleStore.Record);
        for (var i = 0; i < changes; i++)
        {
            await Change(store, i);
        }
    }

    private static async Task Change(FileStore store, int number) =>
        Assert.Null((await store.ChangeTask($"{Id}/1.1", null, task => task.AddEvidence(SampleStore.Document(number + 1)), SampleStore.Record)).Refusal);

    private static async Task<IEnumerable<long>> Versions(FileStore store, string? after) =>
        (await store.FindChanges(new() { Page = new() { After = after } })).Items.Select(change => change.PlanVersion);
}
