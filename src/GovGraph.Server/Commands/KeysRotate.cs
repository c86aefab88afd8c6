using System.CommandLine;
using System.Globalization;
using GovGraph.Storage.Access;

namespace GovGraph.Server.Commands;

/// <summary>keys rotate: a new key in the place of one that is taken a while longer.</summary>
internal static class KeysRotate
{
    private static readonly TimeSpan s_longestOverlap = TimeSpan.FromDays(90);

    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "The name of the key." };
        var overlap = new Option<string>("--overlap") { Description = "How long the old key is taken beside the new one: hours, minutes, seconds.", DefaultValueFactory = _ => "24:00:00", HelpName = "HH:MM:SS" };
        var store = StoreOption.Create();
        var command = new Command("rotate", "Make a new key that may do the same, and show it once. The old one is taken a while longer.") { name, overlap, store };
        command.SetAction(async (parsed, cancellation) =>
        {
            var now = KeysCommand.Now;
            var until = now + ReadOverlap(parsed.GetValue(overlap)!);
            var wanted = parsed.GetValue(name)!;
            var place = StoreOption.Read(parsed, store);
            await using var keys = KeysCommand.Open(place, parsed.InvocationConfiguration.Error);
            var active = (await KeysCommand.Find(keys, wanted, cancellation)).Where(key => key.State(now) == KeyState.Active).ToList();
            if (active is not [.., var old]) throw new CommandException($"The key '{wanted}' is not taken any more: make another one with 'keys create'.");

            var text = KeyText.New();
            var key = text.Keep(old.Name, old.Scopes, now) with
            {
                Units = old.Units,
                Bodies = old.Bodies,
                CostPerMinute = old.CostPerMinute,
                ExpiresAt = old.ExpiresAt,
            };

            // The new one first: whatever happens in between, one of them is taken.
            await using var audit = CommandAudit.Of(parsed, place, keys);
            await keys.Add(key, cancellation);
            audit.Changed(key);
            foreach (var replaced in active.Where(replaced => !(replaced.ExpiresAt <= until)))
            {
                await keys.Expire(replaced.Id, until, cancellation);
                audit.Changed(replaced);
            }

            KeysCommand.Hand(text, key, parsed.InvocationConfiguration);
            parsed.InvocationConfiguration.Error.WriteLine($"The old one, id {old.Id}, is taken until {KeysCommand.Moment(old.ExpiresAt <= until ? old.ExpiresAt : until)}.");
        });
        return command;
    }

    // Not TimeSpan's own form, to which 24:00:00 is 24 days.
    private static TimeSpan ReadOverlap(string text) =>
        text.Split(':') is [var hours, var minutes, var seconds] && Read(hours, 24 * 365) is { } h && Read(minutes, 59) is { } m && Read(seconds, 59) is { } s
        && new TimeSpan(h, m, s) is var overlap && overlap <= s_longestOverlap
            ? overlap
            : throw new CommandException($"'{text}' is no overlap: write hours, minutes and seconds, such as 24:00:00, at most {s_longestOverlap.TotalHours}:00:00.");

    private static int? Read(string digits, int most) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most ? number : null;
}
