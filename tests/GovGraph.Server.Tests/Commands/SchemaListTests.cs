using Xunit;

namespace GovGraph.Server.Tests.Commands;

public sealed class SchemaListTests
{
    [Fact]
    public void The_only_schema_has_the_default_name() => Assert.Equal((0, "_Default\n", ""), CommandTest.Run("schema", "list"));
}
