using System.CommandLine;
using System.Globalization;
using GovGraph.Storage;

namespace GovGraph.Server.Commands;

/// <summary>copy: all plans with their history from one store into another, and a look whether both hold the same.</summary>
internal static class Copy
{
    private const int WritesAtOnce = 8;

    public static Command Create()
    {
        var from = new Option<string>("--from") { Description = "The store to read.", Required = true, HelpName = StoreOption.Place };
        var to = new Option<string>("--to") { Description = "The store to fill.", Required = true, HelpName = StoreOption.Place };
        var overwrite = new Option<bool>("--overwrite") { Description = "Write plans that differ anew, with the history of the store that is read." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would be copied." };
        var command = new Command("copy", "Copy all plans with their history from one store into another. It can be stopped and begun again.") { from, to, overwrite, dryRun };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (source, target, configuration) = (StorageSettings.At(parsed.GetValue(from)!), StorageSettings.At(parsed.GetValue(to)!), parsed.InvocationConfiguration);
            if (source == target || (!source.IsMongo && !target.IsMongo && Path.GetFullPath(source.Path) == Path.GetFullPath(target.Path)))
            {
                throw new CommandException("--from and --to name the same store.");
            }

            var (isDryRun, hasAllFiles) = (parsed.GetValue(dryRun), true);
            await using (var reading = await StoreOption.OpenExisting(source, configuration.Error, cancellation))
            await using (var writing = isDryRun && !StoreOption.IsThere(target) ? null : await StoreOption.Open(target, configuration.Error, cancellation))
            {
                var difference = await StoreDifference.Between(reading, writing, cancellation);
                difference.Check(writing, parsed.GetValue(overwrite));
                configuration.Output.WriteLine(Text($"{difference.Missing.Count} plans to copy, {difference.Differing.Count} to write anew, {difference.Same} there already"));
                if (isDryRun) return 0;
                await using var audit = CommandAudit.Of(parsed, target, writing);
                hasAllFiles = (await Write(reading, writing!, difference, audit, configuration, cancellation)).Tell(configuration.Error);
            }

            var outcome = await Compare(source, target, configuration, cancellation);
            return hasAllFiles ? outcome : 1;
        });
        return command;
    }

    private static async Task<FilesAlong> Write(PlanStore from, PlanStore to, StoreDifference difference, CommandAudit audit, InvocationConfiguration configuration, CancellationToken cancellation)
    {
        var record = new ChangeRecord(TimeProvider.System.GetUtcNow()) { Reason = $"copied from {from.Report.Location}" };
        var bar = new ProgressBar(configuration.Error, "plans", difference.Missing.Count + difference.Differing.Count);
        var done = 0;
        var files = FilesAlong.Into(to, FilesAlong.Of(from));
        await Parallel.ForEachAsync(from.ReadLives(cancellation), new ParallelOptions { MaxDegreeOfParallelism = WritesAtOnce, CancellationToken = cancellation }, async (life, stop) =>
        {
            await files.Take(life.Plan, stop);
            if (!difference.Missing.Contains(life.Plan.Id) && !difference.Differing.ContainsKey(life.Plan.Id)) return;

            long? replaced = difference.Differing.TryGetValue(life.Plan.Id, out var version) ? version : null;
            if (await to.Restore(life, replaced, record, stop) == InsertOutcome.Conflict)
            {
                throw new CommandException($"{life.Plan.Id} was changed in {to.Report.Location} meanwhile. Copy again.");
            }

            audit.Changed(life.Plan);
            var count = Interlocked.Increment(ref done);
            lock (bar) bar.Show(count);
        });
        bar.End();
        return files;
    }

    // Opened anew: what counts is what the stores keep, not what is in memory.
    private static async Task<int> Compare(StorageSettings source, StorageSettings target, InvocationConfiguration configuration, CancellationToken cancellation)
    {
        await using var from = await StoreOption.OpenExisting(source, configuration.Error, cancellation);
        await using var to = await StoreOption.OpenExisting(target, configuration.Error, cancellation);
        var difference = await StoreDifference.Between(from, to, cancellation);
        if (difference.First is { } first)
        {
            configuration.Error.WriteLine($"The stores do not hold the same; {first} is the first plan that differs. If one of them is in use, stop it; then copy again.");
            return 1;
        }

        configuration.Output.WriteLine(Text(
            $"Both hold the same {difference.Same} plans with {difference.Tasks} tasks and {difference.Events} events: {from.Report.Location} and {to.Report.Location}"));
        return 0;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
