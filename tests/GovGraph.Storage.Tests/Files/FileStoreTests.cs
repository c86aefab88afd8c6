using GovGraph.Plans.Tasks;
using GovGraph.Storage.Files;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Tests.Contract;
using GovGraph.Storage.Tests.Disks;
using Xunit;

namespace GovGraph.Storage.Tests.Files;

/// <summary>The contract on the embedded store. Its disk is in memory here; what it does on a real one is in ProcessTests and OsDiskTests.</summary>
public sealed class FileStoreTests : PlanStoreContract
{
    protected override ValueTask<PlanStore> CreateEmpty() => new(FileStore.Open(new FileStoreOptions { Path = "/data" }, new FaultyDisk()));

    [Fact]
    public async Task A_search_ends_when_nobody_waits_for_it()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();
        var query = new Query<PlanTask> { Filter = new Comparison("title", FilterOperator.Contains, "a"), WithTotalCount = true };

        await Assert.ThrowsAsync<OperationCanceledException>(async () => await Store.FindTasks(query, gone.Token));
        Assert.NotEqual(0, (await Store.FindTasks(query, CancellationToken.None)).TotalCount);
    }
}
