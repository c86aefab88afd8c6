using Xunit;

namespace GovGraph.Server.Tests.Commands;

public sealed class SchemaDiffTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_same_schema_has_no_changes() => Assert.Equal(
        (0, "No changes.\n", ""), CommandTest.Run("schema", "diff", Schema("a", CommandTest.Sdl), Schema("b", CommandTest.Sdl)));

    [Fact]
    public void Each_change_is_a_line_the_worst_first() => Assert.Equal(
        (2,
         """
         breaking   Query.a: The field was removed.
         dangerous  E.B: The enum value was added: an answer may hold it.
         safe       Query.c: The field was added.
         safe       Query.d: The field was added.

         1 breaking, 1 dangerous, 2 safe

         """,
         ""),
        CommandTest.Run("schema", "diff", Schema("a", "type Query { a: Int b: E } enum E { A }"), Schema("b", "type Query { b: E c: Int d: Int } enum E { A B }")));

    [Theory]
    [InlineData("breaking", "type Query { a: E }", 0)]
    [InlineData("breaking", "type Query { a: E b: Int }", 2)]
    [InlineData("dangerous", "type Query { a: E }", 2)]
    [InlineData("dangerous", "type Query { a: E b: Int }", 2)]
    [InlineData("never", "type Query { a: E b: Int }", 0)]
    public void What_is_too_much_can_be_chosen(string failOn, string before, int exitCode)
    {
        var run = CommandTest.Run("schema", "diff", Schema("a", before + "enum E { A }"), Schema("b", "type Query { a: E } enum E { A B }"), "--fail-on", failOn);

        Assert.Equal(exitCode, run.ExitCode);
    }

    [Fact]
    public void A_new_field_never_fails() => Assert.Equal(
        0, CommandTest.Run("schema", "diff", Schema("a", "type Query { a: Int }"), Schema("b", "type Query { a: Int b: Int }"), "--fail-on", "dangerous").ExitCode);

    [Fact]
    public void The_new_schema_is_the_programs_own_where_none_is_named() => Assert.Equal(
        (2, "breaking   Query.old: The field was removed.\nsafe       Query.task: The field was added.\n\n1 breaking, 1 safe\n", ""),
        CommandTest.Run("schema", "diff", Schema("a", "type Query { old: Int }")));

    [Fact]
    public void A_broken_schema_is_told_with_its_places()
    {
        var file = Schema("a", "type Query {\n  a: Missing\n}");

        Assert.Equal((1, "", $"There is no valid schema in {file}:\n2:6 Unknown type \"Missing\".\n"), CommandTest.Run("schema", "diff", file));
    }

    [Fact]
    public void A_missing_file_is_told()
    {
        var (exitCode, output, error) = CommandTest.Run("schema", "diff", Path.Combine(_folder.Path, "none.graphqls"));

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("The schema can't be read. ", error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private string Schema(string name, string sdl)
    {
        var file = Path.Combine(_folder.Path, $"{name}.graphqls");
        File.WriteAllText(file, sdl);
        return file;
    }
}
