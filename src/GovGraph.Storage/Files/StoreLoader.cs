using System.Collections.Immutable;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Storage.Disks;
using GovGraph.Storage.Files.Journals;
using GovGraph.Storage.Memory;

namespace GovGraph.Storage.Files;

/// <summary>Reads a store's folder: plan files, then what the journal adds. What can't be read is set aside and told; nothing is deleted.</summary>
internal sealed class StoreLoader(Disk disk, StoreFolder folder, TimeProvider time)
{
    private const string PlanEnding = ".json";
    private const int FaultsTold = 3;

    private readonly Dictionary<string, Plan> plans = [];
    private readonly List<StoreFault> faults = [];
    private readonly List<string> unknownDeadlines = [];
    private readonly HashSet<string> broken = [];

    public LoadedStore Load()
    {
        foreach (var path in (string[])[folder.Plans, folder.History, folder.Broken, folder.Files, folder.Uploads])
        {
            disk.CreateFolder(path);
        }

        ReadPlans();
        var onDisk = PlanSet.Of(plans.Values);
        var journals = ReadJournals();
        var savedTo = journals.Select(journal => journal.Content.Saved).DefaultIfEmpty().Max();
        var replay = new JournalReplay(plans);
        Rebuild(replay, journals);
        replay.Apply(journals.SelectMany(journal => journal.Content.Records).Where(record => record.Sequence > savedTo));
        KeepOrphans(replay);
        faults.AddRange(replay.Faults);
        var sequence = journals.Select(journal => journal.Content.Last)
            .Concat(disk.Files(folder.History).Select(name => StoreFolder.LastRecord(name) ?? 0)).DefaultIfEmpty().Max();
        var state = new StoreState(replay.Replayed > 0 ? PlanSet.Of(plans.Values) : onDisk, sequence);
        var current = journals.FirstOrDefault(journal => journal.Path == folder.Journal).Content;
        var first = current?.Records.FirstOrDefault()?.Sequence ?? (current?.Last ?? sequence) + 1;
        return new LoadedStore(onDisk, state, savedTo, first, new StoreReport
        {
            Location = folder.Root,
            Plans = state.Plans.Plans.Length,
            Tasks = state.Plans.Plans.Sum(plan => plan.Tasks.Length),
            ReplayedChanges = replay.Replayed,
            Faults = [.. faults],
            UnknownDeadlines = [.. unknownDeadlines],
        });
    }

    private void ReadPlans()
    {
        var names = disk.Files(folder.Plans);
        foreach (var name in names.Where(name => name.EndsWith(Disk.Unfinished, StringComparison.Ordinal)))
        {
            disk.Delete(Path.Combine(folder.Plans, name));
        }

        var readings = names.Where(name => name.EndsWith(PlanEnding, StringComparison.Ordinal))
            .AsParallel().AsOrdered().Select(name => (Name: name, Reading: ReadPlan(name))).ToList();

        // What another version of the program wrote is not broken: before anything is set aside, the store stays closed.
        foreach (var (name, (_, _, version, _)) in readings)
        {
            CheckVersion(Path.Combine(folder.Plans, name), version);
        }

        foreach (var (name, (plan, reason, _, unknown)) in readings)
        {
            if (plan is null)
            {
                broken.Add(name[..^PlanEnding.Length]);
                SetAside(name, reason);
                continue;
            }

            plans.Add(plan.Id, plan);
            unknownDeadlines.AddRange(unknown);
        }
    }

    private (Plan? Plan, string Reason, int? Version, ImmutableArray<string> UnknownDeadlines) ReadPlan(string name)
    {
        try
        {
            var content = disk.Read(Path.Combine(folder.Plans, name));
            var reading = PlanFile.Read(content);
            return reading.Plan is null ? (null, Tell(reading.Faults), PlanFormat.VersionOf(content), [])
                : reading.Plan.Id + PlanEnding != name ? (null, $"It holds the plan '{reading.Plan.Id}', so it must be named {reading.Plan.Id}{PlanEnding}.", null, [])
                : (reading.Plan, "", null, reading.UnknownDeadlines);
        }
        catch (Exception fault) when (fault.IsDiskFault())
        {
            return (null, $"It could not be read from the disk: {fault.Message}", null, []);
        }
    }

    private static void CheckVersion(string path, int? version)
    {
        if (version is { } other && other != PlanFormat.Present.Version)
        {
            throw new StoreException($"{path} {PlanFormat.Present.WhyNot(other) ?? "is of an older version. Run the command 'migrate' on this store once."}");
        }
    }

    private static string Tell(ImmutableArray<PlanFault> faults) =>
        string.Join("; ", faults.Take(FaultsTold).Select(fault => $"{fault.Path}: {fault.Message}"))
        + (faults.Length > FaultsTold ? $"; and {faults.Length - FaultsTold} more" : "");

    private void SetAside(string name, string reason)
    {
        var aside = Aside(name);
        disk.Rename(Path.Combine(folder.Plans, name), aside);
        disk.FlushFolder(folder.Broken);
        disk.FlushFolder(folder.Plans);
        faults.Add(new StoreFault(Path.Combine(folder.Plans, name), aside, reason));
    }

    private List<(string Path, JournalContent Content)> ReadJournals()
    {
        var names = disk.Files(folder.Root).Where(name => StoreFolder.IsSealed(name) || name == Path.GetFileName(folder.Journal));
        var journals = names.Select(name => Path.Combine(folder.Root, name)).Select(path => (path, JournalReader.Read(disk.Read(path)))).ToList();
        foreach (var (path, content) in journals)
        {
            Repair(path, content);
        }

        return journals;
    }

    private void Repair(string path, JournalContent content)
    {
        if (content.Unreadable.IsEmpty)
        {
            return;
        }

        var aside = Aside(path);
        disk.Keep(aside, Joined(content.Unreadable));
        disk.Keep(path, Joined(content.Readable));
        faults.Add(new StoreFault(path, aside, content.Halves > 0 && content.Unreadable.Length <= content.Halves + 1
            ? "Its last lines, which count only together, were being written when the program ended and were never acknowledged; they were cut off."
            : content is { IsTorn: true, Unreadable.Length: 1 }
            ? "Its last line was being written when the program ended and was never acknowledged; it was cut off."
            : $"{content.Unreadable.Length} of its lines can't be read and were taken out; all others were used."));
    }

    /// <summary>A plan whose file is broken comes back from the records of its whole life, where the journal and the history have them.</summary>
    private void Rebuild(JournalReplay replay, List<(string Path, JournalContent Content)> journals)
    {
        if (broken.Count == 0)
        {
            return;
        }

        var history = disk.Files(folder.History).Where(name => StoreFolder.LastRecord(name) is not null)
            .SelectMany(name => JournalReader.Read(disk.Read(Path.Combine(folder.History, name))).Records);
        replay.Rebuild(broken, history.Concat(journals.SelectMany(journal => journal.Content.Records)));
    }

    private void KeepOrphans(JournalReplay replay)
    {
        foreach (var (id, lines) in replay.Orphans)
        {
            var aside = Aside(id + ".ndjson");
            disk.Keep(aside, lines.WrittenSpan);
            faults.Add(new StoreFault(folder.Journal, aside, $"It has changes for '{id}', which no plan file holds; they are kept."));
        }
    }

    /// <summary>A place among what is broken that nothing has taken yet.</summary>
    private string Aside(string name)
    {
        var taken = disk.Files(folder.Broken);
        for (var copy = 1; ; copy++)
        {
            var aside = folder.BrokenOf(name, time.GetUtcNow(), copy);
            if (!taken.Contains(Path.GetFileName(aside)))
            {
                return aside;
            }
        }
    }

    private static byte[] Joined(ImmutableArray<ReadOnlyMemory<byte>> lines)
    {
        using var joined = new MemoryStream();
        foreach (var line in lines)
        {
            joined.Write(line.Span);
            joined.WriteByte((byte)'\n');
        }

        return joined.ToArray();
    }
}
