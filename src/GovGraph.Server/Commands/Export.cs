using System.CommandLine;
using System.Globalization;
using GovGraph.Plans;
using GovGraph.Plans.Documents;
using GovGraph.Storage;

namespace GovGraph.Server.Commands;

/// <summary>export: plans as files in the format of docs/plan-format.md, with all that has happened to their tasks.</summary>
internal static class Export
{
    public static Command Create()
    {
        var ids = new Argument<string[]>("ID") { Description = "The plans; all of them where none is named.", Arity = ArgumentArity.ZeroOrMore };
        var to = new Option<string>("--to") { Description = "The folder for the plan files. Files of the same names are written anew.", DefaultValueFactory = _ => "export", HelpName = "FOLDER" };
        var store = StoreOption.Create();
        var command = new Command("export", "Write plans as files, which import takes in again as they are.") { ids, to, store };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (wanted, folder, configuration) = (parsed.GetValue(ids)!, parsed.GetValue(to)!, parsed.InvocationConfiguration);
            await using var opened = await StoreOption.OpenExisting(StoreOption.Read(parsed, store), configuration.Error, cancellation);
            var plans = wanted.Length > 0 ? (await Named(opened, wanted, cancellation)).ToAsyncEnumerable() : Stored.Plans(opened, cancellation);
            var bar = new ProgressBar(configuration.Error, "plans", wanted.Length > 0 ? wanted.Length : await Stored.Count(opened, cancellation));
            var files = new PlanFiles(folder);
            var along = files.FilesFrom(opened);
            var done = 0;
            await foreach (var plan in plans.WithCancellation(cancellation))
            {
                await along.Take(plan, cancellation);
                files.Write(plan.Id, PlanFile.Write(plan));
                bar.Show(++done);
            }

            bar.End();
            configuration.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} plans are in {Path.GetFullPath(folder)}"));
            return along.Tell(configuration.Error) ? 0 : 1;
        });
        return command;
    }

    // All of them first, so that a wrong id writes nothing.
    private static async Task<List<Plan>> Named(PlanStore store, string[] ids, CancellationToken cancellation)
    {
        var plans = new List<Plan>();
        foreach (var id in ids.Distinct())
        {
            plans.Add(await store.GetPlan(id, cancellation) ?? throw new CommandException($"There is no plan {id} in {store.Report.Location}."));
        }

        return plans;
    }
}
