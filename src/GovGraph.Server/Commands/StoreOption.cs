using System.CommandLine;
using GovGraph.Storage;
using GovGraph.Storage.Files;

namespace GovGraph.Server.Commands;

/// <summary>--store: which plans a command works on.</summary>
internal static class StoreOption
{
    public static Option<string?> Create() => new("--store")
    {
        Description = "The folder of the store. Without it, the one that the server would serve (GovGraph__Storage__Path).",
        HelpName = "FOLDER",
    };

    /// <exception cref="StoreException">The store can't be opened: it is in use, or its folder can't be written.</exception>
    public static PlanStore Open(ParseResult parsed, Option<string?> option)
    {
        var folder = parsed.GetValue(option) ?? GovGraphHost.ReadSettings().Storage.Path;
        return FileStore.Open(new FileStoreOptions { Path = Path.GetFullPath(folder) });
    }
}
