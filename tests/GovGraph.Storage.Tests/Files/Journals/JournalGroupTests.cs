using System.Collections.Immutable;
using System.Text;
using GovGraph.Storage.Files;
using GovGraph.Storage.Files.Journals;
using GovGraph.Storage.Tests.Contract;
using GovGraph.Storage.Tests.Disks;
using Xunit;

namespace GovGraph.Storage.Tests.Files.Journals;

/// <summary>Changes that happen all or none, and what is left of their lines when the power goes while they are written.</summary>
public sealed class JournalGroupTests
{
    private const string Journal = $"{Scenario.Folder}/journal.ndjson";
    private static readonly string[] Ids = ["one-2024-cchc/1.1", "two-2024-cchc/1.1", "one-2024-cchc/1.2", "one-2024-cchc/1.1"];

    [Fact]
    public async Task A_group_that_is_cut_off_at_any_byte_is_there_wholly_or_not_at_all()
    {
        var (disk, lines) = await Written();
        var before = lines.Take(lines.Length - Ids.Length).Sum(line => line.Length);
        var whole = lines.Sum(line => line.Length);

        for (var length = before; length <= whole; length++)
        {
            var left = disk.Read(Journal)[..length];
            Assert.Equal(length == whole ? [3 + Ids.Length, 3 + Ids.Length] : [3, 3], Counts(JournalReader.Read(left)));
            if (length % 23 == 0 || length == whole || left[^1] == '\n' || disk.Read(Journal)[length] == '\n')
            {
                await Check(disk, left, isThere: length == whole);
            }
        }
    }

    [Fact]
    public async Task A_group_whose_last_bytes_did_not_reach_the_disk_is_there_wholly_or_not_at_all()
    {
        var (disk, lines) = await Written();
        var whole = lines.Sum(line => line.Length);

        // The length did; what is missing is zeros.
        for (var length = lines.Take(lines.Length - Ids.Length).Sum(line => line.Length); length < whole; length++)
        {
            var left = disk.Read(Journal);
            left.AsSpan(length).Clear();
            Assert.Equal([3, 3], Counts(JournalReader.Read(left)));
            if (length % 23 == 0)
            {
                await Check(disk, left, isThere: false);
            }
        }
    }

    [Fact]
    public async Task A_group_of_which_any_line_is_lost_is_not_there()
    {
        var (disk, lines) = await Written();
        for (var lost = 1; lost <= Ids.Length; lost++)
        {
            await Check(disk, Without(lines, lines.Length - lost), isThere: false);
        }
    }

    [Fact]
    public async Task What_comes_after_a_group_is_written_when_the_group_is_whole()
    {
        var disk = new FaultyDisk();
        await using var store = await Filled(disk);
        var flushed = new List<byte[]>();
        using var isWriting = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        disk.BeforeFlush = () =>
        {
            flushed.Add(disk.Read(Journal));
            isWriting.Set();
            go.Wait(TestContext.Current.CancellationToken);
        };

        // All that waits behind the first one would share the next flush.
        var first = Add(store, 7);
        isWriting.Wait(TestContext.Current.CancellationToken);
        var waiting = new[] { Together(store), Add(store, 8) };
        go.Set();
        await Task.WhenAll([first, .. waiting]);
        disk.BeforeFlush = () => { };

        Assert.Equal(3, flushed.Count);
        var left = Lines(flushed[1]);
        await Check(disk, Without(left, left.Length - 2), isThere: false);
    }

    /// <summary>A store that has made a change and then a group, and the lines of its journal.</summary>
    private static async Task<(FaultyDisk Disk, byte[][] Lines)> Written()
    {
        var disk = new FaultyDisk();
        await using var store = await Filled(disk);
        await Add(store, 7);
        await Together(store);
        return (disk.AfterKill(), Lines(disk.Read(Journal)));
    }

    private static async Task<FileStore> Filled(FaultyDisk disk)
    {
        var store = FileStore.Open(Options, disk);
        await store.Insert(SamplePlans.Small("one", 3), SampleStore.Record);
        await store.Insert(SamplePlans.Small("two", 1), SampleStore.Record);
        return store;
    }

    private static async Task Together(FileStore store, int number = 1)
    {
        ImmutableArray<AskedChange> changes =
            [.. Ids.Select((id, i) => new AskedChange(id, null, task => task.AddEvidence(SampleStore.Document(number + i)), SampleStore.Record))];
        Assert.All(await store.ChangeTasks(changes, isAtomic: true), outcome => Assert.Null(outcome.Refusal));
    }

    private static async Task Add(FileStore store, int number) => Assert.Null(
        (await store.ChangeTask("one-2024-cchc/1.3", null, task => task.AddEvidence(SampleStore.Document(number)), SampleStore.Record)).Refusal);

    private static async Task Check(FaultyDisk disk, byte[] journal, bool isThere)
    {
        var left = disk.AfterKill();
        left.Write(Journal, journal);
        await using (var store = FileStore.Open(Options, left))
        {
            Assert.All(store.Report.Faults, fault => Assert.Contains("never acknowledged", fault.Reason, StringComparison.Ordinal));
            foreach (var task in Ids.GroupBy(id => id))
            {
                Assert.Equal(isThere ? task.Count() + 1 : 1, (await store.GetTask(task.Key))!.Version);
            }

            Assert.Equal(isThere ? [5L, 2] : [2L, 1], (await store.FindPlans(new())).Items.Select(plan => plan.Version));
            Assert.Equal("7/BC-UBND", (await store.GetTask("one-2024-cchc/1.3"))!.Evidence[0].Number);
            Assert.Equal(isThere ? 7 : 3, (await store.FindChanges(new() { WithTotalCount = true })).TotalCount);
            await Together(store, number: 10);
        }

        await using var again = FileStore.Open(Options, left);
        Assert.Empty(again.Report.Faults);
        Assert.Equal(isThere ? [8L, 3] : [5L, 2], (await again.FindPlans(new())).Items.Select(plan => plan.Version));
    }

    /// <summary>How many records count, and up to which number.</summary>
    private static long[] Counts(JournalContent content) => [content.Records.Length, content.Last];

    private static byte[][] Lines(byte[] journal) =>
        [.. Encoding.UTF8.GetString(journal).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => Encoding.UTF8.GetBytes(line + "\n"))];

    private static byte[] Without(byte[][] lines, int lost)
    {
        byte[][] left = [.. lines];
        left[lost] = [.. new byte[left[lost].Length - 1], (byte)'\n'];
        return [.. left.SelectMany(line => line)];
    }

    private static FileStoreOptions Options => Scenario.Options with { JournalLimit = 1_000_000 };
}
