using GovGraph.Plans.Documents;
using GovGraph.Storage.Files;
using GovGraph.Storage.Tests.Contract;
using GovGraph.Storage.Tests.Disks;
using Xunit;

namespace GovGraph.Storage.Tests.Files.Journals;

/// <summary>What of a life is on the disk: in the journal, in the history, after a kill and after a save.</summary>
public sealed class PlanHistoryTests
{
    private const string Id = "new-2024-cchc";
    private static readonly FileStoreOptions Options = new() { Path = "/data", JournalLimit = 1 };

    [Fact]
    public async Task A_life_goes_on_from_file_to_file()
    {
        var disk = new FaultyDisk();
        await using (var store = FileStore.Open(Options, disk))
        {
            await store.Insert(SamplePlans.Small("new", 3), SampleStore.Record);
            await store.Save();
            await store.ChangeTask($"{Id}/1.1", null, task => task.AddEvidence(SampleStore.Document(1)), SampleStore.Record);
        }

        await using var next = FileStore.Open(Options, disk);
        await next.ChangeTask($"{Id}/1.2", null, task => task.AddEvidence(SampleStore.Document(1)), SampleStore.Record);

        Assert.Equal([(1L, null), (2L, $"{Id}/1.1"), (3L, $"{Id}/1.2")], (await Life(next)).Events.Select(item => (item.PlanVersion, item.NodeId)));
        Assert.Contains(disk.Paths, path => path.StartsWith("/data/history/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_restored_plan_and_what_was_changed_since_are_there_after_a_kill(bool isSaved)
    {
        var disk = new FaultyDisk();
        var store = FileStore.Open(Options with { JournalLimit = 1_000_000 }, disk);
        await store.Insert(SamplePlans.Small("new", 3), SampleStore.Record);
        await store.ChangeTask($"{Id}/1.1", null, task => task.AddEvidence(SampleStore.Document(1)), SampleStore.Record);
        if (isSaved) await store.Save();
        var events = (PlanEvent[])[new PlanEvent(1, SampleStore.Record with { Who = "before" })];
        await store.Restore(new PlanLife(SamplePlans.Small("new", 4), [.. events]), 2, SampleStore.Record);
        await store.ChangeTask($"{Id}/1.4", null, task => task.AddEvidence(SampleStore.Document(1)), SampleStore.Record);
        var life = await Life(store);

        await using var next = FileStore.Open(Options, disk.AfterKill());

        Assert.Equal(4, (await next.GetPlan(Id))!.Tasks.Length);
        Assert.Equal(["before", "an"], (await Life(next)).Events.Select(item => item.Record.Who));
        Assert.Equal(life.ContentHash(), (await Life(next)).ContentHash());
        await store.DisposeAsync();
    }

    [Fact]
    public async Task A_plan_that_was_put_there_by_hand_has_no_events()
    {
        var disk = new FaultyDisk();
        disk.Write($"/data/plans/{Id}.json", PlanFile.Write(SamplePlans.Small("new", 3)));

        await using var store = FileStore.Open(Options, disk);

        Assert.Empty((await Life(store)).Events);
    }

    private static async Task<PlanLife> Life(FileStore store)
    {
        await foreach (var life in store.ReadLives())
        {
            if (life.Plan.Id == Id) return life;
        }

        throw new InvalidOperationException($"There is no {Id}.");
    }
}
