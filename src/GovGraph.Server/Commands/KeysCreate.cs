using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using GovGraph.Storage.Access;

namespace GovGraph.Server.Commands;

/// <summary>keys create: a new key, shown once.</summary>
internal static class KeysCreate
{
    private const int LongestName = 100;
    private const string AllBodies = "all";

    private static readonly TimeSpan s_vietnam = TimeSpan.FromHours(7);

    public static Command Create()
    {
        var name = new Option<string>("--name") { Description = "Who gets it. Each change made with it is kept under this name.", Required = true, HelpName = "NAME" };
        var scopes = List("--scopes", $"What it may do: {string.Join(", ", ScopeNames.All)}. Every key may read.");
        var units = List("--units", "The ids of units, such as thuong-lo/van-phong-thong-ke: it reports only on tasks that they lead, and brings evidence only to tasks that they take part in.");
        var sees = List("--sees", $"The ids of the bodies whose plans it sees, or {AllBodies}. Without it: the bodies of its units, or all where it has no units.");
        var expires = new Option<string?>("--expires") { Description = "The last day in Vietnam on which it is taken (2027-12-31), or the moment at which it no longer is (2027-12-31T17:00:00Z).", HelpName = "DAY|MOMENT" };
        var cost = new Option<int?>("--cost-per-minute") { Description = "The field cost that it may ask for in a minute. Without it: GovGraph__Budgets__PerKey.", HelpName = "COST" };
        var store = StoreOption.Create();
        var command = new Command("create", "Make a key, and show it once.") { name, scopes, units, sees, expires, cost, store };
        command.SetAction(async (parsed, cancellation) =>
        {
            var now = KeysCommand.Now;
            var text = KeyText.New();
            var asked = ReadScopes(parsed.GetValue(scopes)!);
            var bound = ReadUnits(parsed.GetValue(units)!, asked);
            var key = text.Keep(ReadName(parsed.GetValue(name)!), asked, now) with
            {
                Units = bound,
                Bodies = ReadBodies(parsed.GetValue(sees)!, bound),
                ExpiresAt = ReadExpiry(parsed.GetValue(expires), now),
                CostPerMinute = parsed.GetValue(cost) is { } most && most < 1
                    ? throw new CommandException($"A key that may ask for {most} in a minute could ask nothing: --cost-per-minute is 1 or more.")
                    : parsed.GetValue(cost),
            };
            var place = StoreOption.Read(parsed, store);
            await using var keys = KeysCommand.Open(place, parsed.InvocationConfiguration.Error);
            await using var audit = CommandAudit.Of(parsed, place, keys);
            if (!await keys.TryAdd(key, cancellation))
            {
                throw new CommandException($"There is a key '{key.Name}' already. Replace it with 'keys rotate {key.Name}', or give this one another name.");
            }

            audit.Changed(key);
            KeysCommand.Hand(text, key, parsed.InvocationConfiguration);
        });
        return command;
    }

    /// <summary>Whether a key is called so by a person, and not by somebody who wants to be taken for another in a log.</summary>
    private static string ReadName(string name) => name.Trim() is { Length: > 0 and <= LongestName } trimmed && !trimmed.Any(char.IsControl)
        ? trimmed
        : throw new CommandException($"A name has 1 to {LongestName} letters, and no control characters.");

    private static ImmutableArray<Scope> ReadScopes(string[] names) =>
    [
        .. names.Select(name => ScopeNames.Find(name) ?? throw new CommandException($"There is no scope '{name}': use {string.Join(", ", ScopeNames.All)}."))
            .Prepend(Scope.Read).Distinct().Order(),
    ];

    private static ImmutableArray<string> ReadUnits(string[] ids, ImmutableArray<Scope> scopes)
    {
        if (ids.FirstOrDefault(id => id.Split('/') is not [{ Length: > 0 }, { Length: > 0 }]) is { } wrong)
        {
            throw new CommandException($"'{wrong}' is not the id of a unit: those are BODY/UNIT, such as thuong-lo/van-phong-thong-ke.");
        }

        return ids.Length > 0 && scopes.FirstOrDefault(scope => scope is Scope.PlanWrite or Scope.Admin) is not Scope.Read and var whole
            ? throw new CommandException($"A key with units can't have {whole.Name()}, which is about whole plans: leave --units out, and name the bodies with --sees.")
            : [.. ids.Distinct()];
    }

    private static ImmutableArray<string>? ReadBodies(string[] ids, ImmutableArray<string> units)
    {
        if (ids.Contains(AllBodies)) return ids.Length == 1 ? null : throw new CommandException($"--sees names bodies, or {AllBodies}, but not both.");
        if (ids.FirstOrDefault(id => id.Contains('/', StringComparison.Ordinal)) is { } unit)
        {
            throw new CommandException($"'{unit}' is the id of a unit: --sees names bodies, such as {unit.Split('/')[0]}.");
        }

        return ids.Length > 0 ? [.. ids.Distinct()] : units.IsEmpty ? null : [.. units.Select(id => id.Split('/')[0]).Distinct()];
    }

    private static DateTimeOffset? ReadExpiry(string? text, DateTimeOffset now)
    {
        if (text is null) return null;

        var moment = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue
            ? new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, s_vietnam)
            : DateTimeOffset.TryParseExact(
                text, ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? at
                : throw new CommandException($"'{text}' is neither a day such as 2027-12-31 nor a moment such as 2027-12-31T17:00:00Z.");
        return moment > now ? moment : throw new CommandException($"A key that expires at {text} would never be taken.");
    }

    private static Option<string[]> List(string name, string description) => new(name)
    {
        Description = $"{description} Several with commas.",
        HelpName = "A,B",
        DefaultValueFactory = _ => [],
        CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))],
    };
}
