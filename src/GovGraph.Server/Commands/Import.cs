using System.CommandLine;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Storage;

namespace GovGraph.Server.Commands;

/// <summary>import: takes plan files in, all of them or none.</summary>
internal static class Import
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Plan files, and folders with plan files.", Arity = ArgumentArity.OneOrMore };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would happen." };
        var replace = new Option<bool>("--replace") { Description = "Where the store has a plan with another print, put this one in its place. What has happened to its tasks goes on." };
        var store = StoreOption.Create();
        var command = new Command("import", "Take plans in, all of them or none. What the store has already changes nothing.") { paths, dryRun, replace, store };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (place, configuration) = (StoreOption.Read(parsed, store), parsed.InvocationConfiguration);
            var (isDryRun, mayReplace) = (parsed.GetValue(dryRun), parsed.GetValue(replace));
            var files = PlanFiles.At(parsed.GetValue(paths)!);

            // A dry run makes no store.
            await using var opened = isDryRun && !StoreOption.IsThere(place) ? null : await StoreOption.Open(place, configuration.Error, cancellation);
            var decisions = await Decide(new Intake(opened, mayReplace), files, configuration, cancellation);
            var isRefused = decisions.Any(decision => decision.Kind == DecisionKind.Refused);
            var hasAllFiles = true;
            if (!isDryRun && !isRefused)
            {
                await using var audit = CommandAudit.Of(parsed, place, opened);
                hasAllFiles = await Act(opened!, decisions, audit, configuration, cancellation);
            }

            Summarise(decisions, isDryRun, isRefused, configuration);
            return isRefused || !hasAllFiles ? 1 : 0;
        });
        return command;
    }

    private static async Task<List<Decision>> Decide(Intake intake, IReadOnlyList<string> files, InvocationConfiguration configuration, CancellationToken cancellation)
    {
        var decisions = new List<Decision>();
        await foreach (var (file, reading) in Ahead.Make(files, file => (file, PlanFile.Read(PlanFiles.Read(file))), cancellation))
        {
            var decision = await intake.Decide(file, reading, cancellation);
            decisions.Add(decision);
            var output = decision.Kind == DecisionKind.Refused ? configuration.Error : configuration.Output;
            output.WriteLine($"{Name(decision.Kind),-9}  {decision.Subject}");
            foreach (var remark in decision.Remarks) output.WriteLine($"{"",-9}  - {remark}");
        }

        return decisions;
    }

    // Read once more, so that no number of files fills the memory. Whether the files of evidence are there too.
    private static async Task<bool> Act(PlanStore store, List<Decision> decisions, CommandAudit audit, InvocationConfiguration configuration, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow();
        var bar = new ProgressBar(configuration.Error, "plans", decisions.Count);
        var (done, replacing) = (0, new Dictionary<string, Decision>());
        var hasAllFiles = true;
        foreach (var decision in decisions)
        {
            if (decision.Kind == DecisionKind.New)
            {
                var plan = ReadAgain(decision);
                var along = FilesAlong.Into(store, (sha256, _) => new(PlanFiles.FindFile(decision.File, sha256)));
                await along.Take(plan, cancellation);
                hasAllFiles &= along.Tell(configuration.Error);
                var outcome = await store.Insert(plan, Record(decision), cancellation);
                Check(decision, outcome);
                if (outcome == InsertOutcome.Inserted) audit.Changed(plan);
            }

            if (decision.Kind == DecisionKind.Replaced) replacing.Add(decision.PlanId!, decision);
            else bar.Show(++done);
        }

        if (replacing.Count > 0)
        {
            await foreach (var life in store.ReadLives(cancellation))
            {
                if (!replacing.TryGetValue(life.Plan.Id, out var decision)) continue;
                var next = Reprint.Of(ReadAgain(decision), life.Plan).Plan;
                var record = Record(decision);
                Check(decision, await store.Restore(new PlanLife(next, [.. life.Events, new PlanEvent(next.Version, record)]), life.Plan.Version, record, cancellation));
                audit.Changed(next);
                bar.Show(++done);
            }
        }

        bar.End();
        return hasAllFiles;

        ChangeRecord Record(Decision decision) => new(now) { Reason = $"{(decision.Kind == DecisionKind.New ? "imported" : "replaced")} from {Path.GetFileName(decision.File)}" };
    }

    private static Plan ReadAgain(Decision decision) =>
        PlanFile.Read(PlanFiles.Read(decision.File)).Plan is { } plan && plan.Id == decision.PlanId
            ? plan
            : throw new CommandException($"{decision.File} was changed while it was imported; the plans before it are taken in. Import again.");

    private static void Check(Decision decision, InsertOutcome outcome)
    {
        if (outcome == InsertOutcome.Conflict)
            throw new CommandException($"{decision.PlanId} was changed by somebody else meanwhile; the plans before it are taken in. Import again.");
    }

    private static void Summarise(List<Decision> decisions, bool isDryRun, bool isRefused, InvocationConfiguration configuration)
    {
        var counts = Enum.GetValues<DecisionKind>().Select(kind => $"{decisions.Count(decision => decision.Kind == kind)} {Name(kind)}");
        configuration.Output.WriteLine($"{string.Join(", ", counts)}{(isDryRun ? ". Nothing was written: this was a dry run." : "")}");
        if (isRefused && !isDryRun) configuration.Error.WriteLine("Nothing was taken in: correct or leave out what is refused, then import again.");
    }

    private static string Name(DecisionKind kind) => kind.ToString().ToLowerInvariant();
}
