using Xunit;

namespace GovGraph.GraphQL.Tests.Conformance;

public sealed class SchemaConformanceTests
{
    [Fact]
    public void Schemas_are_built_or_refused_as_recorded() => RecordedCases.Agree("schema.jsonl", (expected, result) =>
        result.TryGetProperty("ok", out var ok) && ok.GetBoolean() == expected.GetProperty("ok").GetBoolean());
}
