using System.CommandLine;

namespace GovGraph.Server.Commands;

/// <summary>keys list: all keys, without their secrets.</summary>
internal static class KeysList
{
    public static Command Create()
    {
        var store = StoreOption.Create();
        var command = new Command("list", "List all keys, those that are not taken any more too. Secrets are not kept, so none is shown.") { store };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (output, now) = (parsed.InvocationConfiguration.Output, KeysCommand.Now);
            await using var keys = KeysCommand.Open(StoreOption.Read(parsed, store), parsed.InvocationConfiguration.Error);
            var all = await keys.ReadAll(cancellation);
            string[][] rows =
            [
                ["ID", "NAME", "STATE", "SCOPES", "UNITS", "SEES", "CREATED", "EXPIRES", "LAST USED"],
                .. all.Select(key => (string[])
                [
                    key.Id, key.Name, key.State(now).ToString().ToLowerInvariant(), KeysCommand.Scopes(key), KeysCommand.Units(key), KeysCommand.Bodies(key),
                    KeysCommand.Moment(key.CreatedAt), KeysCommand.Moment(key.ExpiresAt), KeysCommand.Moment(key.LastUsedAt),
                ]),
            ];
            var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
            if (all.IsEmpty) output.WriteLine($"There are no keys in {keys.Location}.");
            else foreach (var row in rows) output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        });
        return command;
    }
}
