using System.Text.Json;
using GovGraph.Conformance;
using Xunit;

namespace GovGraph.GraphQL.Tests.Conformance;

public sealed class ExecuteConformanceTests
{
    [Fact]
    public void Operations_give_the_recorded_data_and_errors()
    {
        var surprises = new List<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "cases/execute.jsonl")))
        {
            using var @case = JsonDocument.Parse(line);
            var expected = @case.RootElement.GetProperty("expect");
            var result = JsonSerializer.SerializeToElement(Case.Answer(@case.RootElement)["result"]);
            if (!IsSame(expected, result)) surprises.Add($"{@case.RootElement.GetProperty("id")}: expected {expected}, got {result}");
        }

        Assert.True(surprises.Count == 0, string.Join('\n', surprises));
    }

    private static bool IsSame(JsonElement expected, JsonElement result)
    {
        var isRefused = expected.GetProperty("data") is { ValueKind: JsonValueKind.String } absent && absent.GetString() == "__absent__";
        if (isRefused) return !result.TryGetProperty("data", out _) && result.GetProperty("errors").GetArrayLength() > 0;

        return result.TryGetProperty("data", out var data)
            && IsSameValue(expected.GetProperty("data"), data)
            && AreAmong(expected.GetProperty("errors"), result.GetProperty("errors"));
    }

    /// <summary>Where several non-null errors meet under one nulled parent, any one of them may be told.</summary>
    private static bool AreAmong(JsonElement expected, JsonElement errors) =>
        expected.GetArrayLength() > 0 == errors.GetArrayLength() > 0
        && errors.EnumerateArray().All(error => expected.EnumerateArray().Any(candidate =>
            JsonElement.DeepEquals(candidate.GetProperty("path"), error.GetProperty("path"))
            && JsonElement.DeepEquals(candidate.GetProperty("locations"), error.GetProperty("locations"))));

    /// <summary>The same values, members in the same order; a string of echoed arguments is compared as the JSON that it holds.</summary>
    private static bool IsSameValue(JsonElement expected, JsonElement value) => (expected.ValueKind, value.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) => expected.EnumerateObject().Select(property => property.Name)
                .SequenceEqual(value.EnumerateObject().Select(property => property.Name))
            && expected.EnumerateObject().All(property => IsSameValue(property.Value, value.GetProperty(property.Name))),
        (JsonValueKind.Array, JsonValueKind.Array) => expected.GetArrayLength() == value.GetArrayLength()
            && expected.EnumerateArray().Zip(value.EnumerateArray()).All(pair => IsSameValue(pair.First, pair.Second)),
        (JsonValueKind.String, JsonValueKind.String) => expected.GetString() == value.GetString()
            || (expected.GetString()!.StartsWith('{') && JsonElement.DeepEquals(JsonElement.Parse(expected.GetString()!), JsonElement.Parse(value.GetString()!))),
        _ => JsonElement.DeepEquals(expected, value),
    };
}
