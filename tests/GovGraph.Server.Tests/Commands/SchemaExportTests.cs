using Xunit;

namespace GovGraph.Server.Tests.Commands;

public sealed class SchemaExportTests
{
    private const string Settings =
        """
        {
          "name": "_Default",
          "transports": {
            "http": {
              "url": "http://127.0.0.1:5000/graphql"
            }
          }
        }

        """;

    [Theory]
    [InlineData("a.graphql", "a.graphql")]
    [InlineData("new/a.graphqls", "new/a.graphqls")]
    [InlineData("a", "a.graphqls")]
    [InlineData("new/", "new/schema.graphqls")]
    [InlineData(".", "schema.graphqls")]
    public void The_schema_and_its_settings_are_written(string output, string file)
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, file);
        var settings = Path.Combine(Path.GetDirectoryName(path)!, "schema-settings.json");

        Assert.Equal((0, $"Exported Files:\n- {path}\n- {settings}\n", ""), CommandTest.Run("schema", "export", "--output", Path.Combine(folder.Path, output)));
        Assert.Equal(CommandTest.Sdl, File.ReadAllText(path));
        Assert.Equal(Settings, File.ReadAllText(settings));
    }

    [Fact]
    public void Settings_that_are_there_stay()
    {
        using var folder = new TemporaryFolder();
        var settings = Path.Combine(folder.Path, "schema-settings.json");
        File.WriteAllText(settings, "{}");

        var (_, output, _) = CommandTest.Run("schema", "export", "--output", folder.Path);

        Assert.Equal($"Exported Files:\n- {Path.Combine(folder.Path, "schema.graphqls")}\n", output);
        Assert.Equal("{}", File.ReadAllText(settings));
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_told()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "file");
        File.WriteAllText(file, "");

        var (exitCode, output, error) = CommandTest.Run("schema", "export", "--output", Path.Combine(file, "a.graphqls"));

        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("The schema can't be written. ", error, StringComparison.Ordinal);
    }
}
