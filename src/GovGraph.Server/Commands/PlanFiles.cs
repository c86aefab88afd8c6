using GovGraph.Storage;

namespace GovGraph.Server.Commands;

/// <summary>Plan files: a folder of them, each named after its plan, or those that somebody names.</summary>
internal sealed class PlanFiles
{
    private const string Ending = ".json";
    private const string Unfinished = ".tmp";
    private const string Files = "files";

    private readonly string _folder;

    /// <exception cref="CommandException">The folder can't be made.</exception>
    public PlanFiles(string folder)
    {
        _folder = folder;
        Guarded(folder, () => Directory.CreateDirectory(folder));
    }

    /// <summary>The files that are named, and those in the folders that are named.</summary>
    /// <exception cref="CommandException">Something is not there, or a folder has no plan files.</exception>
    public static IReadOnlyList<string> At(IEnumerable<string> paths) => [.. paths.SelectMany(At).Distinct()];

    public static byte[] Read(string file) => Guarded(file, () => File.ReadAllBytes(file));

    /// <summary>The file of a plan as it is; null where there is none.</summary>
    public byte[]? Find(string id) => Guarded(_folder, () => File.Exists(PathOf(id)) ? File.ReadAllBytes(PathOf(id)) : null);

    /// <summary>Whoever reads the file finds the old one or the new one, never a part.</summary>
    public void Write(string id, byte[] content) => Guarded(_folder, () =>
    {
        File.WriteAllBytes(PathOf(id) + Unfinished, content);
        return Moved(PathOf(id));
    });

    /// <summary>Keeps the files of evidence beside plan files, in a folder of their own.</summary>
    public FilesAlong FilesFrom(PlanStore store) => new(FilesAlong.Of(store), async (item, open, cancellation) =>
    {
        var path = FileOf(Path.Combine(_folder, Files), item.Sha256!);
        if (File.Exists(path)) return null;
        await using var content = await open(cancellation);
        if (content is null) return "it is not there";

        Guarded(_folder, () => Directory.CreateDirectory(Path.Combine(_folder, Files)));
        await using (var written = Guarded(path, () => File.Create(path + Unfinished))) await content.CopyToAsync(written, cancellation);
        Guarded(path, () => Moved(path));
        return null;
    });

    /// <summary>A file of evidence that lies beside a plan file; null where there is none.</summary>
    public static Stream? FindFile(string planFile, string sha256) =>
        FileOf(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(planFile))!, Files), sha256) is var path && File.Exists(path) ? Guarded(path, () => File.OpenRead(path)) : null;

    private static string FileOf(string folder, string sha256) => Path.Combine(folder, sha256);

    private static bool Moved(string path)
    {
        File.Move(path + Unfinished, path, overwrite: true);
        return true;
    }

    private static string[] At(string path)
    {
        if (File.Exists(path)) return [path];
        if (!Directory.Exists(path)) throw new CommandException($"There is no file and no folder {path}.");
        return Guarded(path, () => Directory.GetFiles(path, $"*{Ending}")) is [_, ..] files
            ? [.. files.Order(StringComparer.Ordinal)]
            : throw new CommandException($"The folder {path} has no plan files: they end with {Ending}.");
    }

    private string PathOf(string id) => Path.Combine(_folder, id + Ending);

    private static T Guarded<T>(string path, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{Path.GetFullPath(path)} can't be used. {exception.Message}", exception);
        }
    }
}
