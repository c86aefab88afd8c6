using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using GovGraph.Server.Access;
using GovGraph.Storage.Access;

namespace GovGraph.Server.Commands;

/// <summary>What the commands on keys share.</summary>
internal static class KeysCommand
{
    public static KeyStore Open(StorageSettings place, TextWriter error) => KeyStores.Open(place, TimeProvider.System, new WarningLines(error));

    public static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    /// <summary>The keys of this name, or the one of this id.</summary>
    /// <exception cref="CommandException">There is none.</exception>
    public static async Task<ImmutableArray<ApiKey>> Find(KeyStore store, string nameOrId, CancellationToken cancellation)
    {
        ImmutableArray<ApiKey> found = [.. (await store.ReadAll(cancellation)).Where(key => key.Name == nameOrId || key.Id == nameOrId)];
        return found.IsEmpty ? throw new CommandException($"There is no key '{nameOrId}' in {store.Location}.") : found;
    }

    /// <summary>The key alone on the output, so that it can go into a file or a variable; what it is on the other one.</summary>
    public static void Hand(KeyText text, ApiKey key, InvocationConfiguration configuration)
    {
        configuration.Output.WriteLine(text.Reveal());
        configuration.Error.WriteLine($"The key of '{key.Name}', id {key.Id}, is shown this once: {Describe(key)}.");
    }

    public static string Moment(DateTimeOffset? moment) => moment is { } at ? at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) : "never";

    public static string Scopes(ApiKey key) => string.Join(' ', key.Scopes.Select(ScopeNames.Name));

    public static string Units(ApiKey key) => key.Units.IsEmpty ? "-" : string.Join(' ', key.Units);

    public static string Bodies(ApiKey key) => key.Bodies is { } bodies ? string.Join(' ', bodies) : "all";

    private static string Describe(ApiKey key) =>
        $"it may {Scopes(key)}{(key.Units.IsEmpty ? "" : $" for {Units(key)}")}, sees {(key.Bodies is null ? "all plans" : $"the plans of {Bodies(key)}")}, expires {Moment(key.ExpiresAt)}";
}
