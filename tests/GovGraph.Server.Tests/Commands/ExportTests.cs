using Xunit;

namespace GovGraph.Server.Tests.Commands;

public sealed class ExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_published_plans_come_out_as_they_went_in()
    {
        CommandTest.Run("import", Repository.Seeds, "--store", In("store"));

        Assert.Equal((0, $"5 plans are in {In("export")}\n", ""), CommandTest.Run("export", "--to", In("export"), "--store", In("store")));

        Assert.Equal(Contents(Repository.Seeds), Contents(In("export")));
    }

    [Fact]
    public void Status_and_evidence_come_out_too()
    {
        CommandTest.Run("generate", "--plans", "4", "--to", In("made"));
        CommandTest.Run("import", In("made"), "--store", In("store"));
        CommandTest.Run("export", "--to", In("export"), "--store", In("store"));

        Assert.Equal(Contents(In("made")), Contents(In("export")));
        Assert.Contains(Contents(In("export")), file => file.Value.Contains("\"evidence\"", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_the_named_plans_are_written()
    {
        CommandTest.Run("import", Repository.Seeds, "--store", In("store"));

        CommandTest.Run("export", "hung-yen-2021-papi", "--to", In("export"), "--store", In("store"));

        Assert.Equal(["hung-yen-2021-papi.json"], Contents(In("export")).Keys);
    }

    [Fact]
    public void With_a_wrong_id_nothing_is_written()
    {
        CommandTest.Run("import", Repository.Seeds, "--store", In("store"));

        Assert.Equal(
            (1, "", $"There is no plan hung-yen-2031-papi in {In("store")}.\n"),
            CommandTest.Run("export", "hung-yen-2021-papi", "hung-yen-2031-papi", "--to", In("export"), "--store", In("store")));
        Assert.False(Directory.Exists(In("export")));
    }

    [Fact]
    public void No_store_is_made_to_be_read()
    {
        Assert.Equal((1, "", $"There is no store in {In("none")}.\n"), CommandTest.Run("export", "--to", In("export"), "--store", In("none")));
        Assert.False(Directory.Exists(In("none")));
    }

    public void Dispose() => _folder.Dispose();

    private string In(string name) => Path.Combine(_folder.Path, name);

    private static Dictionary<string, string> Contents(string folder) =>
        Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
}
