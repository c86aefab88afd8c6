using System.CommandLine;

namespace GovGraph.Server.Commands;

/// <summary>keys revoke: a key that is not taken any more.</summary>
internal static class KeysRevoke
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME|ID") { Description = "The name of a key, also of several that have it, or the id of one." };
        var store = StoreOption.Create();
        var command = new Command("revoke", "Take a key back. Servers that run know within two seconds; without any key left, they still answer nobody without one.") { name, store };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (now, output) = (KeysCommand.Now, parsed.InvocationConfiguration.Output);
            var place = StoreOption.Read(parsed, store);
            await using var keys = KeysCommand.Open(place, parsed.InvocationConfiguration.Error);
            await using var audit = CommandAudit.Of(parsed, place, keys);
            foreach (var key in await KeysCommand.Find(keys, parsed.GetValue(name)!, cancellation))
            {
                if (key.RevokedAt is null)
                {
                    await keys.Revoke(key.Id, now, cancellation);
                    audit.Changed(key);
                    output.WriteLine($"revoked    {key.Id}  {key.Name}");
                }
                else
                {
                    output.WriteLine($"unchanged  {key.Id}  {key.Name}, revoked at {KeysCommand.Moment(key.RevokedAt)}");
                }
            }
        });
        return command;
    }
}
