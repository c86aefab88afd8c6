using System.CommandLine;
using GovGraph.Storage;

namespace GovGraph.Server.Commands;

/// <summary>Which plans a command works on: a folder, or a connection string.</summary>
internal static class StoreOption
{
    public const string Place = "FOLDER|mongodb://…";

    public static Option<string?> Create() => new("--store")
    {
        Description = "The store: a folder, or a connection string. Without it, the one that the server would serve (GovGraph__Storage__…).",
        HelpName = Place,
    };

    public static StorageSettings Read(ParseResult parsed, Option<string?> option) =>
        parsed.GetValue(option) is { } place ? StorageSettings.At(place) : GovGraphHost.ReadSettings().Storage;

    /// <exception cref="StoreException">It can't be opened: it is in use, or away, or may not be written.</exception>
    public static Task<PlanStore> Open(StorageSettings place, TextWriter error, CancellationToken cancellation) =>
        Stores.Open(place, TimeProvider.System, new WarningLines(error), cancellation);

    /// <summary>A store that is there already: none is made where somebody only wants to read.</summary>
    public static Task<PlanStore> OpenExisting(StorageSettings place, TextWriter error, CancellationToken cancellation) =>
        IsThere(place) ? Open(place, error, cancellation) : throw NotThere(place);

    public static CommandException NotThere(StorageSettings place) => new($"There is no store in {Path.GetFullPath(place.Path)}.");

    public static bool IsThere(StorageSettings place) => place.IsMongo || Directory.Exists(Path.Combine(place.Path, "plans"));
}
