using GovGraph.Plans.Tasks;
using GovGraph.Storage.Files;
using GovGraph.Storage.Paging;
using GovGraph.Storage.Tests.Contract;
using GovGraph.Storage.Tests.Disks;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Files.Changes;

public sealed class ChangeLaneTests
{
    private const int Callers = 50;

    [Fact]
    public async Task While_a_flush_is_under_way_readers_see_the_state_before_and_callers_wait_together_for_the_next()
    {
        var disk = new FaultyDisk();
        await using var store = FileStore.Open(new FileStoreOptions { Path = "/data", SaveDelay = Timeout.InfiniteTimeSpan }, disk);
        await store.Insert(SamplePlans.Small("one", Callers + 1), SampleStore.Record);
        using var isFlushing = new ManualResetEventSlim();
        using var mayFlush = new ManualResetEventSlim();
        var flushes = 0;
        disk.BeforeFlush = () =>
        {
            flushes++;
            isFlushing.Set();
            mayFlush.Wait();
        };

        var first = Start(store, "one-2024-cchc/1.1");
        isFlushing.Wait(TestContext.Current.CancellationToken);
        Task<Change<PlanTask>>[] others = [.. Enumerable.Range(2, Callers).Select(number => Start(store, $"one-2024-cchc/1.{number}"))];

        Assert.Equal(TaskStatus.NotStarted, (await store.GetTask("one-2024-cchc/1.1"))!.Status);
        Assert.Equal(Callers + 1, (await store.FindTasks(new Query<PlanTask> { Page = new PageRequest { First = 0 }, WithTotalCount = true })).TotalCount);
        Assert.False(first.IsCompleted);
        Assert.DoesNotContain(others, other => other.IsCompleted);

        mayFlush.Set();
        Assert.False((await first).IsRefused);
        Assert.All(await Task.WhenAll(others), outcome => Assert.False(outcome.IsRefused));
        disk.BeforeFlush = () => { };
        Assert.Equal(2, flushes);
        Assert.Equal(Callers + 2, (await store.GetPlan("one-2024-cchc"))!.Version);
    }

    [Fact]
    public async Task What_is_refused_costs_no_flush()
    {
        var disk = new FaultyDisk();
        await using var store = FileStore.Open(new FileStoreOptions { Path = "/data", SaveDelay = Timeout.InfiniteTimeSpan }, disk);
        var steps = disk.Steps;

        Assert.Equal(new TaskNotFound("one-2024-cchc/1.1"), (await Start(store, "one-2024-cchc/1.1")).Refusal);
        Assert.Equal(steps, disk.Steps);
    }

    [Fact]
    public async Task A_store_may_be_closed_twice()
    {
        var store = FileStore.Open(new FileStoreOptions { Path = "/data" }, new FaultyDisk());

        await store.DisposeAsync();
        await store.DisposeAsync();
    }

    private static Task<Change<PlanTask>> Start(FileStore store, string task) => store.ChangeTask(
        task, 1, current => current.ChangeStatus(TaskStatus.InProgress, null, new DateOnly(2024, 3, 15)), SampleStore.Record).AsTask();
}
