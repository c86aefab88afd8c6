using System.Collections.Immutable;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Disks;
using GovGraph.Storage.Files;
using GovGraph.Storage.Files.Journals;
using GovGraph.Storage.Tests.Contract;
using GovGraph.Storage.Tests.Disks;
using Xunit;

namespace GovGraph.Storage.Tests.Files;

/// <summary>A fixed stream of changes, saves and a restart, which remembers what was acknowledged and what was told to have failed.</summary>
internal sealed class Scenario(FaultyDisk disk)
{
    public const string Folder = "/data";

    private static readonly ImmutableArray<string> Bodies = ["one", "two"];

    // The number of the document is the number of the change, so a task's evidence tells which changes happened.
    private readonly Dictionary<string, List<string>> acknowledged = [];
    private readonly Dictionary<string, List<string>> attempted = [];
    private readonly List<string[]> failed = [];
    private readonly List<string[]> groups = [];
    private readonly HashSet<string> insertedPlans = [];
    private int changes;

    public static FileStoreOptions Options { get; } = new()
    {
        Path = Folder,
        SaveDelay = Timeout.InfiniteTimeSpan,
        JournalLimit = 3000,
    };

    public int Failures { get; private set; }

    public async Task Run()
    {
        for (var round = 0; round < 2 && !disk.IsPowerLost; round++)
        {
            FileStore store;
            try
            {
                store = FileStore.Open(Options, disk);
            }
            catch (StoreException)
            {
                Failures++;
                continue;
            }

            foreach (var body in Bodies)
            {
                await Insert(store, body);
                await Change(store, $"{body}-2024-cchc/1.1");
                await Change(store, $"{body}-2024-cchc/1.2");
                await Save(store);
                await Change(store, $"{body}-2024-cchc/1.1");
            }

            await Save(store);
            await Together(store, "one-2024-cchc/1.1", "two-2024-cchc/1.2", "one-2024-cchc/1.1");
            await Change(store, "one-2024-cchc/1.2");
            await store.DisposeAsync();
        }
    }

    /// <summary>All that was acknowledged is there, nothing is there by half, and the store works.</summary>
    /// <param name="left">The disk as the next process finds it.</param>
    /// <param name="doubtful">How many of the changes that were told to have failed, the first ones, may be there all the same.</param>
    public async Task Check(FaultyDisk left, int doubtful)
    {
        await using (var store = FileStore.Open(Options, left))
        {
            foreach (var plan in insertedPlans)
            {
                Assert.NotNull(await store.GetPlan(plan));
            }

            var found = new HashSet<string>();
            foreach (var (id, numbers) in attempted)
            {
                found.UnionWith(await CheckTask(store, id, numbers, doubtful));
            }

            Assert.All((await store.FindPlans(new())).Items, plan => Assert.Equal(plan.Tasks.Sum(task => task.Version - 1) + 1, plan.Version));

            Assert.All(groups, group => Assert.Contains(group.Count(found.Contains), (int[])[0, group.Length]));
            Assert.All(store.Report.Faults, fault => Assert.Contains("never acknowledged", fault.Reason, StringComparison.Ordinal));
            CheckHistory(left);
            await store.Insert(SamplePlans.Small("three", 1), SampleStore.Record);
            await store.ChangeTask("three-2024-cchc/1.1", 1, task => task.AddEvidence(SampleStore.Document(0)), SampleStore.Record);
            await store.Save();
        }

        await using var again = FileStore.Open(Options, left);
        Assert.Empty(again.Report.Faults);
        Assert.Equal(0, again.Report.ReplayedChanges);
        Assert.Equal(2, (await again.GetTask("three-2024-cchc/1.1"))!.Version);
        Assert.DoesNotContain(left.Paths, path => path.EndsWith(Disk.Unfinished, StringComparison.Ordinal) && path.Contains("/plans/", StringComparison.Ordinal));
    }

    private async Task<IEnumerable<string>> CheckTask(FileStore store, string id, List<string> attempts, int doubtful)
    {
        var acks = acknowledged.GetValueOrDefault(id) ?? [];
        if (await store.GetTask(id) is not { } task)
        {
            Assert.Empty(acks);
            return [];
        }

        var found = task.Evidence.Select(item => item.Number!).ToList();
        Assert.Equal(found.Count + 1, task.Version);
        Assert.Equal(acks, found.Where(acks.Contains));
        Assert.Equal(attempts.Where(found.Contains), found);
        Assert.Subset(failed.Take(doubtful).SelectMany(act => act).ToHashSet(), found.Except(acks).ToHashSet());
        return found;
    }

    /// <summary>Every acknowledged change has its record, in the journal or in the history.</summary>
    private void CheckHistory(FaultyDisk left)
    {
        var records = left.Paths.Where(path => path.EndsWith(".ndjson", StringComparison.Ordinal) && !path.Contains("/broken/", StringComparison.Ordinal))
            .SelectMany(path => JournalReader.Read(left.Read(path)).Records).ToList();
        Assert.Subset(records.OfType<PlanInserted>().Select(record => record.PlanId).ToHashSet(), insertedPlans);
        foreach (var (id, numbers) in acknowledged)
        {
            var told = records.OfType<NodeChanged>().Where(record => record.NodeId == id).Select(record => ((TaskProgress)record.After).Evidence[^1].Number!);
            Assert.Subset(told.ToHashSet(), numbers.ToHashSet());
        }
    }

    private async Task Insert(FileStore store, string body)
    {
        try
        {
            await store.Insert(SamplePlans.Small(body, 2), SampleStore.Record);
            insertedPlans.Add($"{body}-2024-cchc");
        }
        catch (StoreException)
        {
            Failures++;
        }
    }

    private Task Change(FileStore store, string id) => Change([id], async asked =>
        [await store.ChangeTask(id, null, asked[0].Make, SampleStore.Record)]);

    /// <summary>All of them or none.</summary>
    private Task Together(FileStore store, params string[] ids) => Change(ids, async asked => [.. await store.ChangeTasks(asked, isAtomic: true)]);

    private async Task Change(string[] ids, Func<ImmutableArray<AskedChange>, Task<Change<PlanTask>[]>> change)
    {
        var first = changes + 1;
        changes += ids.Length;
        string[] numbers = [.. ids.Select((_, i) => $"{first + i}/BC-UBND")];
        groups.Add(numbers);
        for (var i = 0; i < ids.Length; i++)
        {
            Add(attempted, ids[i], numbers[i]);
        }

        try
        {
            var outcomes = await change(
                [.. ids.Select((id, i) => new AskedChange(id, null, task => task.AddEvidence(SampleStore.Document(first + i)), SampleStore.Record))]);
            if (outcomes.Any(outcome => outcome.Refusal is TaskNotFound))
            {
                return;
            }

            for (var i = 0; i < ids.Length; i++)
            {
                Assert.Null(outcomes[i].Refusal);
                Add(acknowledged, ids[i], numbers[i]);
            }
        }
        catch (StoreException)
        {
            failed.Add(numbers);
            Failures++;
        }
    }

    private async Task Save(FileStore store)
    {
        try
        {
            await store.Save();
        }
        catch (StoreException)
        {
            Failures++;
        }
    }

    private static void Add(Dictionary<string, List<string>> lists, string key, string number)
    {
        if (!lists.TryGetValue(key, out var numbers))
        {
            lists.Add(key, numbers = []);
        }

        numbers.Add(number);
    }
}
