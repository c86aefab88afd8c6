using GovGraph.Plans;
using GovGraph.Plans.Documents;

namespace GovGraph.Server.Tests;

/// <summary>The checkout that the tests run from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>One of the five plans.</summary>
    public static Plan Seed(string name) => PlanFile.Read(File.ReadAllBytes(Path.Combine(Root, "seeds", $"{name}.json"))).Plan!;

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "GovGraph.sln"))
            ? folder
            : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("GovGraph.sln is in no folder above the tests."));
}
