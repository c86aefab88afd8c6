using System.CommandLine;
using GovGraph.Storage.Files;
using GovGraph.Storage.MongoDb;

namespace GovGraph.Server.Commands;

/// <summary>migrate: brings a store that an older program wrote up to date.</summary>
internal static class Migrate
{
    public static Command Create()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would be written." };
        var store = StoreOption.Create();
        var command = new Command("migrate", "Bring plans that an older version of this program wrote up to date. Run again, it changes nothing.") { dryRun, store };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (place, isDryRun, configuration) = (StoreOption.Read(parsed, store), parsed.GetValue(dryRun), parsed.InvocationConfiguration);
            if (!StoreOption.IsThere(place)) throw StoreOption.NotThere(place);
            await using var mongo = place.IsMongo ? (MongoStore)await StoreOption.Open(place, configuration.Error, cancellation) : null;
            await using var audit = CommandAudit.Of(parsed, place, mongo);
            var report = mongo is null ? FolderMigration.Run(Path.GetFullPath(place.Path), isDryRun) : await mongo.Migrate(isDryRun, cancellation);
            foreach (var plan in isDryRun ? [] : report.Renewed) audit.Renewed(plan);
            foreach (var plan in report.Renewed) configuration.Output.WriteLine($"renewed    {plan}");
            foreach (var plan in report.Unreadable) configuration.Error.WriteLine($"left       {plan}");
            configuration.Output.WriteLine(
                $"{report.Plans} plans, {report.Renewed.Length} of them {(isDryRun ? "to be written anew. Nothing was written: this was a dry run." : "written anew")}");
            if (!report.Unreadable.IsEmpty) configuration.Error.WriteLine($"{report.Unreadable.Length} can't be read as plans and were left as they are.");
            return report.Unreadable.IsEmpty ? 0 : 1;
        });
        return command;
    }
}
