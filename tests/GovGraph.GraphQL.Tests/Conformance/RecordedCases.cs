using System.Text.Json;
using GovGraph.Conformance;
using Xunit;

namespace GovGraph.GraphQL.Tests.Conformance;

/// <summary>The case files beside the repository, which are other people's tests and no part of it.</summary>
internal static class RecordedCases
{
    /// <summary>Runs every case of a file. A difference must be written down in deviations.json, and nothing else may be.</summary>
    public static void Agree(string fileName, Func<JsonElement, JsonElement, bool> agrees)
    {
        var path = Path.Combine(Folder(), fileName);
        if (!File.Exists(path)) Assert.Skip($"The recorded cases are not here: {path}");

        var deviations = Deviations();
        var surprises = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            using var @case = JsonDocument.Parse(line);
            var id = @case.RootElement.GetProperty("id").GetString()!;
            var result = JsonSerializer.SerializeToElement(Case.Answer(@case.RootElement)["result"]);
            var expected = @case.RootElement.GetProperty("expect");
            var isDeviation = deviations.ContainsKey(id);
            if (agrees(expected, result))
            {
                if (isDeviation) surprises.Add($"{id}: agrees now; take it out of deviations.json.");
            }
            else if (!isDeviation)
            {
                surprises.Add($"{id}: expected {expected}, got {result}");
            }
        }

        Assert.True(surprises.Count == 0, string.Join('\n', surprises));
    }

    /// <summary>GOVGRAPH_SHARED, or the folder "shared" beside the repository or beside the folder of its worktrees.</summary>
    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("GOVGRAPH_SHARED") is { Length: > 0 } shared) return Path.Combine(shared, "conformance");

        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "GovGraph.sln"))) root = root.Parent;
        if (root is null) Assert.Skip("The tests run outside the repository: set GOVGRAPH_SHARED.");

        var beside = Path.Combine(root.FullName, "../shared/conformance");
        return Directory.Exists(beside) ? beside : Path.Combine(root.FullName, "../../shared/conformance");
    }

    private static Dictionary<string, string> Deviations() =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "deviations.json")))!;
}
