using System.Text;
using GovGraph.Storage.Files;
using GovGraph.Storage.Tests.Contract;
using GovGraph.Storage.Tests.Disks;
using Xunit;

namespace GovGraph.Storage.Tests.Files.Changes;

public sealed class RecentKeysTests
{
    private const string Id = "one-2024-cchc/1.1";
    private static readonly DateTimeOffset Now = SampleStore.Moment;

    [Theory]
    [InlineData(8_000_000)]
    [InlineData(300)]
    public async Task A_key_is_known_after_a_restart_wherever_its_journal_is(long journalLimit)
    {
        var disk = new FaultyDisk();
        await using (var store = Open(disk, journalLimit))
        {
            await store.Insert(SamplePlans.Small("one", 2), Keyed("insertion"));
            await Add(store, 1, Keyed("k"));
            await Add(store, 2, Keyed("next"));
        }

        for (var life = 0; life < 2; life++)
        {
            await using var store = Open(disk, journalLimit);

            Assert.Equal(new ChangeRepeated(), await Add(store, 9, Keyed("k")));
            Assert.Equal(InsertOutcome.Repeated, await store.Insert(SamplePlans.Small("two", 1), Keyed("insertion")));
            Assert.Equal(2, (await store.FindChange("k", Now))!.Plan.Version);
            Assert.Null(await Add(store, 10 + life, SampleStore.Record));
        }
    }

    [Fact]
    public async Task A_change_that_was_not_saved_leaves_its_key_free()
    {
        var disk = new FaultyDisk();
        await using var store = Open(disk);
        await store.Insert(SamplePlans.Small("one", 1), SampleStore.Record);
        disk.Fails = _ => true;
        await Assert.ThrowsAsync<StoreException>(() => Add(store, 1, Keyed("k")));
        disk.Fails = _ => false;

        Assert.Null(await store.FindChange("k", Now));
        Assert.Null(await Add(store, 1, Keyed("k")));
        Assert.Equal(new ChangeRepeated(), await Add(store, 1, Keyed("k")));
    }

    [Fact]
    public async Task Whenever_the_power_goes_a_retry_makes_the_change_once()
    {
        for (var step = 1; ; step++)
        {
            var disk = new FaultyDisk();
            await using (var before = Open(disk))
            {
                await before.Insert(SamplePlans.Small("one", 1), SampleStore.Record);
            }

            var start = disk.Steps;
            disk.PowerLossAt = start + step;
            await TryToAdd(disk);
            if (!disk.IsPowerLost)
            {
                Assert.True(step > 3, $"{step} steps");
                return;
            }

            for (var seed = 0; seed < 6; seed++)
            {
                await using var store = Open(disk.AfterPowerLoss(seed));
                var outcome = await Add(store, 1, Keyed("k"));
                Assert.True(outcome is null or ChangeRepeated);
                Assert.Equal(new ChangeRepeated(), await Add(store, 1, Keyed("k")));
                Assert.Equal(2, (await store.GetTask(Id))!.Version);
                Assert.Equal(2, (await store.FindChange("k", Now))!.Plan.Version);
            }
        }

        static async Task TryToAdd(FaultyDisk disk)
        {
            try
            {
                await using var store = Open(disk);
                await Add(store, 1, Keyed("k"));
            }
            catch (StoreException)
            {
                // The caller was not answered, and asks again.
            }
        }
    }

    [Fact]
    public async Task Journals_of_older_days_are_not_read()
    {
        var disk = new FaultyDisk();
        await using (var store = Open(disk, journalLimit: 300))
        {
            await store.Insert(SamplePlans.Small("one", 1), Keyed("insertion", days: -30));
            await Add(store, 1, Keyed("old", days: -20));
            await Add(store, 2, Keyed("older than a week", days: -9));
            await Add(store, 3, Keyed("k", days: -6));
            await Add(store, 4, Keyed("next"));
        }

        var older = disk.Paths.Where(path => Text(disk, path) is var text && (text.Contains("\"key\":\"insertion\"", StringComparison.Ordinal) || text.Contains("\"key\":\"old\"", StringComparison.Ordinal))).ToList();
        Assert.All(older, path => Assert.Contains("/history/", path, StringComparison.Ordinal));
        Assert.Equal(2, older.Count);

        await using var again = Open(disk, journalLimit: 300);
        disk.FailsToRead = older.Contains;

        Assert.Equal(new ChangeRepeated(), await Add(again, 5, Keyed("k")));
        Assert.Null(await Add(again, 6, Keyed("old")));
        Assert.Null(await Add(again, 7, Keyed("older than a week")));
    }

    private static FileStore Open(FaultyDisk disk, long journalLimit = 8_000_000) =>
        FileStore.Open(new FileStoreOptions { Path = "/data", JournalLimit = journalLimit, SaveDelay = TimeSpan.FromMilliseconds(1) }, disk);

    private static async Task<GovGraph.Plans.Tasks.Refusal?> Add(FileStore store, int number, ChangeRecord record) =>
        (await store.ChangeTask(Id, null, task => task.AddEvidence(SampleStore.Document(number)), record)).Refusal;

    private static string Text(FaultyDisk disk, string path) => Encoding.UTF8.GetString(disk.Read(path));

    private static ChangeRecord Keyed(string name, int days = 0) => SampleStore.Record with { At = Now.AddDays(days), Key = new ChangeKey(name, "input") };
}
