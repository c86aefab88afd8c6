using System.Text.Json;
using Xunit;

namespace GovGraph.GraphQL.Tests.Conformance;

public sealed class ParseConformanceTests
{
    [Fact]
    public void Documents_parse_or_fail_at_the_recorded_place() => RecordedCases.Agree("parse.jsonl", (expected, result) =>
        expected.EnumerateObject().All(property =>
            result.TryGetProperty(property.Name, out var actual) && JsonElement.DeepEquals(property.Value, actual)));
}
