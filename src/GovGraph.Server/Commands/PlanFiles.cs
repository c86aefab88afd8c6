namespace GovGraph.Server.Commands;

/// <summary>A folder of plan files, each named after its plan.</summary>
internal sealed class PlanFiles
{
    private const string Ending = ".json";
    private const string Unfinished = ".tmp";

    private readonly string _folder;

    /// <exception cref="CommandException">The folder can't be made.</exception>
    public PlanFiles(string folder)
    {
        _folder = folder;
        Guarded(() => Directory.CreateDirectory(folder));
    }

    /// <summary>The file of a plan as it is; null where there is none.</summary>
    public byte[]? Find(string id) => Guarded(() => File.Exists(PathOf(id)) ? File.ReadAllBytes(PathOf(id)) : null);

    /// <summary>Whoever reads the file finds the old one or the new one, never a part.</summary>
    public void Write(string id, byte[] content) => Guarded(() =>
    {
        var path = PathOf(id);
        File.WriteAllBytes(path + Unfinished, content);
        File.Move(path + Unfinished, path, overwrite: true);
        return path;
    });

    private string PathOf(string id) => Path.Combine(_folder, id + Ending);

    private T Guarded<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The folder {Path.GetFullPath(_folder)} can't be used. {exception.Message}", exception);
        }
    }
}
