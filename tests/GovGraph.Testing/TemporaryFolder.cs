namespace GovGraph.Testing;

/// <summary>A folder that is gone after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files) File.WriteAllText(System.IO.Path.Combine(Path, name), text);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("govgraph-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
