using System.CommandLine;
using System.Globalization;
using System.Text;
using GovGraph.Storage.Audit;
using GovGraph.Storage.MongoDb;

namespace GovGraph.Server.Commands;

/// <summary>audit: prints who changed what and who was turned away. It reads beside a running server.</summary>
internal static class AuditPrint
{
    public static Command Create()
    {
        var since = Moment("--since", "From this moment on, such as 2026-11-21 or 2026-11-21T08:00+07:00. Days are Vietnam's.", DateTimeOffset.UnixEpoch);
        var until = Moment("--until", "Up to, but not, this moment.", DateTimeOffset.MaxValue);
        var store = StoreOption.Create();
        var command = new Command("audit", "Print the audit trail, a line of JSON for each record, oldest first.") { since, until, store };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (place, configuration) = (StoreOption.Read(parsed, store), parsed.InvocationConfiguration);
            if (!StoreOption.IsThere(place)) throw StoreOption.NotThere(place);
            await using var opened = place.IsMongo ? await StoreOption.Open(place, configuration.Error, cancellation) : null;
            await using var trail = opened is MongoStore mongo ? mongo.Audit(new()) : new FileAuditTrail(Path.GetFullPath(place.Path), new());
            await foreach (var line in trail.Read(parsed.GetValue(since), parsed.GetValue(until), cancellation))
            {
                await configuration.Output.WriteLineAsync(Encoding.UTF8.GetString(line.Span).AsMemory(), cancellation);
            }
        });
        return command;
    }

    private static Option<DateTimeOffset> Moment(string name, string description, DateTimeOffset otherwise) => new(name)
    {
        Description = description,
        HelpName = "MOMENT",
        DefaultValueFactory = _ => otherwise,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new(day, TimeOnly.MinValue, TimeSpan.FromHours(7));
            if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return moment;
            result.AddError($"{name} takes a day or a moment such as 2026-11-21T08:00+07:00, but it is '{text}'.");
            return otherwise;
        },
    };
}
