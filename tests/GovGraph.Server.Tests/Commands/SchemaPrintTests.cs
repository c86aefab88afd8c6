using Xunit;

namespace GovGraph.Server.Tests.Commands;

public sealed class SchemaPrintTests
{
    [Fact]
    public void Nothing_but_the_schema_is_printed() => Assert.Equal((0, CommandTest.Sdl, ""), CommandTest.Run("schema", "print"));

    [Fact]
    public void The_only_schema_may_be_named() => Assert.Equal((0, CommandTest.Sdl, ""), CommandTest.Run("schema", "print", "--schema-name", "_Default"));

    [Fact]
    public void Another_schema_is_not_there()
    {
        var (exitCode, _, error) = CommandTest.Run("schema", "print", "--schema-name", "Catalog");

        Assert.Equal(1, exitCode);
        Assert.Contains("There is no schema named \"Catalog\". There is: _Default", error, StringComparison.Ordinal);
    }
}
