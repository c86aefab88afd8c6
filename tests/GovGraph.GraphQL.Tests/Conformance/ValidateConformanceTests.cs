using System.Text.Json;
using Xunit;

namespace GovGraph.GraphQL.Tests.Conformance;

public sealed class ValidateConformanceTests
{
    /// <summary>The same rules at the same places, in any order.</summary>
    [Fact]
    public void Documents_break_the_recorded_rules_at_the_recorded_places() => RecordedCases.Agree("validate.jsonl", (expected, result) =>
        result.TryGetProperty("errors", out var errors) && Places(errors).SetEquals(Places(expected.GetProperty("errors"))));

    private static HashSet<string> Places(JsonElement errors) =>
        [.. errors.EnumerateArray().Select(error => $"{error.GetProperty("rule").GetString()} {Locations(error)}")];

    private static string Locations(JsonElement error) =>
        string.Join(' ', error.GetProperty("locations").EnumerateArray().Select(location => location.GetRawText()).Order(StringComparer.Ordinal));
}
