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
        var deviations = JsonSerializer.Deserialize<Dictionary<string, string>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "deviations.json")))!;
        Each(fileName, @case =>
        {
            var result = JsonSerializer.SerializeToElement(Case.Answer(@case)["result"]);
            var expected = @case.GetProperty("expect");
            return (agrees(expected, result), deviations.ContainsKey(@case.GetProperty("id").GetString()!)) switch
            {
                (true, true) => "agrees now; take it out of deviations.json.",
                (false, false) => $"expected {expected}, got {result}",
                _ => null,
            };
        });
    }

    /// <summary>Fails with all that the check has to say about cases of a file.</summary>
    public static void Each(string fileName, Func<JsonElement, string?> check)
    {
        var path = Path.Combine(Folder(), fileName);
        if (!File.Exists(path)) Assert.Skip($"The recorded cases are not here: {path}");

        var complaints = new List<string>();
        foreach (var line in File.ReadLines(path))
        {
            using var @case = JsonDocument.Parse(line);
            if (check(@case.RootElement) is { } complaint) complaints.Add($"{@case.RootElement.GetProperty("id")}: {complaint}");
        }

        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    /// <summary>GOVGRAPH_SHARED, or the folder "shared" beside the repository or beside the folder of its worktrees.</summary>
    private static string Folder()
    {
        if (Environment.GetEnvironmentVariable("GOVGRAPH_SHARED") is { Length: > 0 } shared) return Path.Combine(shared, "conformance");

        var beside = Path.Combine(Repository.Root, "../shared/conformance");
        return Directory.Exists(beside) ? beside : Path.Combine(Repository.Root, "../../shared/conformance");
    }
}
