using GovGraph.Storage.Files;
using GovGraph.Storage.Tests.Contract;
using GovGraph.Storage.Tests.Disks;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Files;

public sealed class FileStoreFaultTests
{
    private static readonly DateOnly Today = new(2024, 3, 15);

    [Fact]
    public async Task On_a_full_disk_the_caller_is_told_readers_are_served_and_later_changes_are_taken()
    {
        var disk = new FaultyDisk();
        await using var store = Open(disk);
        await store.Insert(SamplePlans.Small("one", 1), SampleStore.Record);
        disk.IsFull = _ => true;

        var told = await Assert.ThrowsAsync<StoreException>(async () => await Start(store));
        Assert.Equal("The change was not saved: the disk of /data is full. Free some space on it, then try again.", told.Message);
        Assert.Equal(TaskStatus.NotStarted, (await store.GetTask("one-2024-cchc/1.1"))!.Status);
        await Assert.ThrowsAsync<StoreException>(async () => await store.Insert(SamplePlans.Small("two", 1), SampleStore.Record));
        Assert.Null(await store.GetPlan("two-2024-cchc"));

        disk.IsFull = _ => false;
        Assert.Equal(2, await Start(store));
    }

    [Fact]
    public async Task Where_the_disk_does_not_even_take_back_what_failed_the_caller_is_told_that_it_is_not_certain()
    {
        var disk = new FaultyDisk();
        await using var store = Open(disk);
        await store.Insert(SamplePlans.Small("one", 1), SampleStore.Record);
        disk.Fails = _ => true;

        var told = await Assert.ThrowsAsync<StoreException>(async () => await Start(store));

        Assert.Equal("It is not certain whether the change was saved: the disk of /data is full. Free some space on it, then try again.", told.Message);
        disk.Fails = _ => false;
    }

    [Fact]
    public async Task Plan_files_that_can_not_be_written_are_told_and_written_later()
    {
        var disk = new FaultyDisk();
        var faults = new List<string>();
        var store = Open(disk, faults.Add);
        await store.Insert(SamplePlans.Small("one", 1), SampleStore.Record);
        disk.IsFull = _ => true;

        var told = await Assert.ThrowsAsync<StoreException>(store.Save);
        await store.DisposeAsync();

        const string sentence =
            "The plan files were not written; all changes are in the journal: the disk of /data is full. Free some space on it, then try again.";
        Assert.Equal(sentence, told.Message);
        Assert.Equal([sentence], faults);
        disk.IsFull = _ => false;
        await Open(disk).DisposeAsync();
        Assert.Contains("/data/plans/one-2024-cchc.json", disk.Paths);
    }

    [Fact]
    public async Task A_closed_store_takes_no_changes()
    {
        var store = Open(new FaultyDisk());
        await store.Insert(SamplePlans.Small("one", 1), SampleStore.Record);
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => Start(store));
    }

    [Theory]
    [InlineData("../other")]
    [InlineData("")]
    [InlineData("A")]
    [InlineData("a/b")]
    [InlineData("con.")]
    public void A_plan_id_is_nothing_but_a_name(string id) => Assert.Throws<ArgumentException>(() => PlanId.Check(id));

    [Fact]
    public async Task A_change_that_gives_another_task_is_not_taken()
    {
        await using var store = Open(new FaultyDisk());
        await store.Insert(SamplePlans.Small("one", 2), SampleStore.Record);

        var told = await Assert.ThrowsAsync<ArgumentException>(async () =>
            await store.ChangeTask("one-2024-cchc/1.1", null, task => task.Plan.Tasks[1], SampleStore.Record));

        Assert.StartsWith("A change of one-2024-cchc/1.1 must give the same node with version 2.", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_stops_waiting_is_freed()
    {
        await using var store = Open(new FaultyDisk());
        await store.Insert(SamplePlans.Small("one", 1), SampleStore.Record);
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.ChangeTask(
            "one-2024-cchc/1.1", null, task => task.ChangeStatus(TaskStatus.InProgress, null, Today), SampleStore.Record, gone.Token));
    }

    private static async Task<long> Start(FileStore store)
    {
        var outcome = await store.ChangeTask(
            "one-2024-cchc/1.1", null, task => task.ChangeStatus(TaskStatus.InProgress, null, Today), SampleStore.Record);
        return outcome.Value!.Version;
    }

    private static FileStore Open(FaultyDisk disk, Action<string>? onFault = null) => FileStore.Open(
        new FileStoreOptions { Path = "/data", SaveDelay = Timeout.InfiniteTimeSpan, OnFault = fault => onFault?.Invoke(fault.Message) }, disk);
}
