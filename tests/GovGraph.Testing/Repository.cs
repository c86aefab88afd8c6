namespace GovGraph.Testing;

/// <summary>The checkout that the tests run from.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The folder of the five plans.</summary>
    public static string Seeds { get; } = Path.Combine(Root, "seeds");

    /// <summary>The file of one of them.</summary>
    public static string Seed(string plan) => Path.Combine(Seeds, $"{plan}.json");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "GovGraph.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("GovGraph.sln is in no folder above the tests."));
}
