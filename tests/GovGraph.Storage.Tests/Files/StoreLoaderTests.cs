using System.Text;
using GovGraph.Plans.Documents;
using GovGraph.Plans.Indicators;
using GovGraph.Storage.Files;
using GovGraph.Storage.Files.Journals;
using GovGraph.Storage.Tests.Contract;
using GovGraph.Storage.Tests.Disks;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Files;

public sealed class StoreLoaderTests
{
    private const string Plan = "/data/plans/one-2024-cchc.json";
    private const string Journal = "/data/journal.ndjson";
    private static readonly DateOnly Today = new(2024, 3, 15);

    [Fact]
    public async Task A_broken_file_of_a_plan_put_there_by_hand_is_set_aside_and_the_others_are_served()
    {
        var disk = new FaultyDisk();
        disk.Write(Plan, "{ \"id\": "u8.ToArray());
        disk.Write("/data/plans/two-2024-cchc.json", PlanFile.Write(SamplePlans.Small("two", 1)));

        await using var store = Open(disk);

        Assert.NotNull(await store.GetPlan("two-2024-cchc"));
        Assert.Null(await store.GetPlan("one-2024-cchc"));
        var fault = Assert.Single(store.Report.Faults);
        Assert.Equal((Plan, "/data/broken/one-2024-cchc.20240315T023000Z.json"), (fault.Source, fault.MovedTo));
        Assert.StartsWith("$: is not JSON: ", fault.Reason, StringComparison.Ordinal);
        Assert.Equal("{ \"id\": ", Encoding.UTF8.GetString(disk.Read(fault.MovedTo!)));
        Assert.DoesNotContain(Plan, disk.Paths);
    }

    [Fact]
    public async Task A_broken_plan_file_comes_back_from_the_journal_and_the_history()
    {
        var disk = new FaultyDisk();
        await Fill(disk, Options with { JournalLimit = 1 });
        var before = disk.Read(Plan);
        disk.Write(Plan, before[..^20]);

        await using (var store = Open(disk))
        {
            Assert.Equal((TaskStatus.InProgress, 2L), ((await store.GetTask("one-2024-cchc/1.1"))!.Status, (await store.GetTask("one-2024-cchc/1.1"))!.Version));
            Assert.Equal(2, store.Report.Faults.Length);
            Assert.Equal("The plan 'one-2024-cchc' was made anew from the journal and the history, with all its changes.", store.Report.Faults[1].Reason);
        }

        Assert.Equal(before, disk.Read(Plan));
        Assert.Contains("/data/broken/one-2024-cchc.20240315T023000Z.json", disk.Paths);
    }

    [Fact]
    public async Task A_file_that_the_disk_can_not_read_is_set_aside()
    {
        var disk = new FaultyDisk();
        disk.Write(Plan, PlanFile.Write(SamplePlans.Small("one", 1)));
        disk.FailsToRead = path => path == Plan;

        await using var store = Open(disk);

        Assert.Equal("It could not be read from the disk: Input/output error", Assert.Single(store.Report.Faults).Reason);
    }

    [Fact]
    public async Task A_file_under_the_name_of_another_plan_is_set_aside()
    {
        var disk = new FaultyDisk();
        disk.Write(Plan, PlanFile.Write(SamplePlans.Small("two", 1)));

        await using var store = Open(disk);

        Assert.Equal("It holds the plan 'two-2024-cchc', so it must be named two-2024-cchc.json.", Assert.Single(store.Report.Faults).Reason);
        Assert.Equal(0, store.Report.Plans);
    }

    [Fact]
    public async Task Nothing_that_is_set_aside_takes_the_place_of_another()
    {
        var disk = new FaultyDisk();
        for (var i = 1; i <= 3; i++)
        {
            disk.Write(Plan, Encoding.UTF8.GetBytes($"broken {i}"));
            await Open(disk).DisposeAsync();
        }

        Assert.Equal(
            [
                "/data/broken/one-2024-cchc.20240315T023000Z-2.json",
                "/data/broken/one-2024-cchc.20240315T023000Z-3.json",
                "/data/broken/one-2024-cchc.20240315T023000Z.json",
            ],
            disk.Paths.Where(path => path.StartsWith("/data/broken/", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_torn_last_line_is_cut_off_and_told()
    {
        var disk = new FaultyDisk();
        await Fill(disk, Options);
        var whole = disk.Read(Journal);
        disk.Write(Journal, [.. whole, .. "{\"seq\":3,\"ti"u8]);

        await using var store = Open(disk);

        Assert.Equal(
            new StoreFault(
                Journal,
                "/data/broken/journal.20240315T023000Z.ndjson",
                "Its last line was being written when the program ended and was never acknowledged; it was cut off."),
            Assert.Single(store.Report.Faults));
        Assert.Equal(whole, disk.Read(Journal));
        Assert.Equal(2, (await store.GetTask("one-2024-cchc/1.1"))!.Version);
    }

    [Fact]
    public async Task A_spoiled_line_in_the_middle_is_taken_out_and_all_others_are_used()
    {
        var disk = new FaultyDisk();
        await FillUnsaved(disk);
        var lines = Encoding.UTF8.GetString(disk.Read(Journal)).Split('\n');
        lines[2] = lines[2].Replace("IN_PROGRESS", "IN_PROGRESX", StringComparison.Ordinal);
        var spoiled = lines[2];
        disk.Write(Journal, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

        await using var store = Open(disk);

        Assert.Equal(1, (await store.GetTask("one-2024-cchc/1.1"))!.Version);
        Assert.Equal(TaskStatus.Suspended, (await store.GetTask("one-2024-cchc/1.2"))!.Status);
        var fault = Assert.Single(store.Report.Faults);
        Assert.Equal("1 of its lines can't be read and were taken out; all others were used.", fault.Reason);
        Assert.Equal(spoiled + "\n", Encoding.UTF8.GetString(disk.Read(fault.MovedTo!)));
        Assert.DoesNotContain("IN_PROGRESX", Encoding.UTF8.GetString(disk.Read(Journal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0\0")]
    [InlineData("\n\n")]
    [InlineData("null\n{}\n[]\n")]
    [InlineData("{\"seq\":1}\n")]
    public async Task Any_bytes_for_a_journal_are_survived(string journal)
    {
        var disk = new FaultyDisk();
        disk.Write(Plan, PlanFile.Write(SamplePlans.Small("one", 1)));
        disk.Write(Journal, Encoding.UTF8.GetBytes(journal));

        await using var store = Open(disk);

        Assert.NotNull(await store.GetPlan("one-2024-cchc"));
        var changed = await store.ChangeTask("one-2024-cchc/1.1", 1, task => task.ChangeStatus(TaskStatus.InProgress, null, Today), SampleStore.Record);
        Assert.False(changed.IsRefused);
    }

    [Fact]
    public async Task Changes_of_a_plan_that_is_gone_are_kept_and_told()
    {
        var disk = new FaultyDisk();
        disk.Write(Plan, PlanFile.Write(SamplePlans.Small("one", 1)));
        await using (var store = Open(disk))
        {
            await store.ChangeTask("one-2024-cchc/1.1", 1, task => task.ChangeStatus(TaskStatus.InProgress, "x", Today), SampleStore.Record);
            disk = disk.AfterKill();
        }

        disk.Write(Plan, "gone"u8.ToArray());
        await using var again = Open(disk);

        Assert.Equal(2, again.Report.Faults.Length);
        Assert.Equal("It has changes for 'one-2024-cchc', which no plan file holds; they are kept.", again.Report.Faults[1].Reason);
        Assert.Single(JournalReader.Read(disk.Read(again.Report.Faults[1].MovedTo!)).Records);
    }

    [Fact]
    public async Task Values_of_indicators_come_back_from_the_journal()
    {
        var disk = new FaultyDisk();
        var store = Open(disk);
        await store.Insert(SamplePlans.Small("one", 1, indicators: 1), SampleStore.Record);
        await store.ChangeIndicator("one-2024-cchc/2.1", 1, indicator => indicator.RecordValue(Value(1)), SampleStore.Record);
        await store.ChangeIndicator("one-2024-cchc/2.1", 2, indicator => indicator.RecordValue(Value(2)), SampleStore.Record);

        await using var again = Open(disk.AfterKill());

        var indicator = (await again.GetPlan("one-2024-cchc"))!.Indicator("one-2024-cchc/2.1")!;
        Assert.Equal((3L, Value(2)), (indicator.Version, Assert.Single(indicator.Values)));
        Assert.Empty(again.Report.Faults);
        await store.DisposeAsync();
    }

    [Fact]
    public async Task Changes_of_an_indicator_that_is_a_task_by_now_are_kept_and_told()
    {
        var disk = new FaultyDisk();
        disk.Write(Plan, PlanFile.Write(SamplePlans.Small("one", 1, indicators: 1)));
        await using (var store = Open(disk))
        {
            await store.ChangeIndicator("one-2024-cchc/2.1", 1, indicator => indicator.RecordValue(Value(1)), SampleStore.Record);
            disk = disk.AfterKill();
        }

        var renamed = Encoding.UTF8.GetString(PlanFile.Write(SamplePlans.Small("one", 1))).Replace("/1.1\"", "/2.1\"", StringComparison.Ordinal).Replace("\"1.1\"", "\"2.1\"", StringComparison.Ordinal);
        disk.Write(Plan, Encoding.UTF8.GetBytes(renamed));
        await using var again = Open(disk);

        Assert.Equal(1, (await again.GetTask("one-2024-cchc/2.1"))!.Version);
        Assert.Equal("It has changes for 'one-2024-cchc', which no plan file holds; they are kept.", Assert.Single(again.Report.Faults).Reason);
    }

    [Fact]
    public async Task A_plan_file_taken_away_by_hand_stays_away()
    {
        var disk = new FaultyDisk();
        await Fill(disk, Options);
        disk.Delete(Plan);

        await using var store = Open(disk);

        Assert.Null(await store.GetPlan("one-2024-cchc"));
        Assert.Empty(store.Report.Faults);
    }

    [Fact]
    public async Task The_numbers_of_changes_go_on_after_the_journal_has_become_history()
    {
        var disk = new FaultyDisk();
        await Fill(disk, Options with { JournalLimit = 1 });
        Assert.Equal(
            ["/data/history/000000000001-000000000001.ndjson", "/data/history/000000000002-000000000002.ndjson"],
            disk.Paths.Where(path => path.StartsWith("/data/history/", StringComparison.Ordinal)));
        disk.Delete(Journal);

        await using var store = Open(disk);
        var watch = store.Watch(TestContext.Current.CancellationToken).GetAsyncEnumerator();
        await store.Insert(SamplePlans.Small("two", 1), SampleStore.Record);

        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(3, watch.Current.Sequence);
    }

    [Fact]
    public async Task The_report_tells_what_is_loaded()
    {
        var disk = new FaultyDisk();
        await FillUnsaved(disk);

        await using var store = Open(disk);

        Assert.Equal(
            ("/data", 1, 2, 3),
            (store.Report.Location, store.Report.Plans, store.Report.Tasks, store.Report.ReplayedChanges));
    }

    private static IndicatorValue Value(decimal value) =>
        new() { Period = GovGraph.Plans.Period.Year(2024), Value = value, RecordedAt = SampleStore.Moment };

    private static FileStoreOptions Options { get; } = new()
    {
        Path = "/data",
        SaveDelay = Timeout.InfiniteTimeSpan,
        Time = new StoppedTime(SampleStore.Moment),
    };

    private static FileStore Open(FaultyDisk disk) => FileStore.Open(Options, disk);

    private static async Task Fill(FaultyDisk disk, FileStoreOptions options)
    {
        await using var store = FileStore.Open(options, disk);
        await store.Insert(SamplePlans.Small("one", 2), SampleStore.Record);
        await store.ChangeTask("one-2024-cchc/1.1", 1, task => task.ChangeStatus(TaskStatus.InProgress, "x", Today), SampleStore.Record);
    }

    /// <summary>Leaves all in the journal, as a process that was killed does.</summary>
    private static async Task FillUnsaved(FaultyDisk disk)
    {
        var other = new FaultyDisk();
        var store = Open(other);
        await store.Insert(SamplePlans.Small("one", 2), SampleStore.Record);
        await store.ChangeTask("one-2024-cchc/1.1", 1, task => task.ChangeStatus(TaskStatus.InProgress, "x", Today), SampleStore.Record);
        await store.ChangeTask("one-2024-cchc/1.2", 1, task => task.ChangeStatus(TaskStatus.Suspended, "y", Today), SampleStore.Record);
        disk.Write(Journal, other.Read(Journal));
        await store.DisposeAsync();
    }

    private sealed class StoppedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
