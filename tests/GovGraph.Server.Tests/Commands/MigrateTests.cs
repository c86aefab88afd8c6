using Xunit;

namespace GovGraph.Server.Tests.Commands;

public sealed class MigrateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string Seeds => Repository.Seeds;

    [Fact]
    public void A_store_of_the_present_version_is_left()
    {
        CommandTest.Run("import", Seeds, "--store", _folder.Path);

        Assert.Equal((0, "5 plans, 0 of them written anew\n", ""), CommandTest.Run("migrate", "--store", _folder.Path));
        Assert.Equal(
            (0, "5 plans, 0 of them to be written anew. Nothing was written: this was a dry run.\n", ""), CommandTest.Run("migrate", "--dry-run", "--store", _folder.Path));
    }

    [Fact]
    public async Task So_is_a_database()
    {
        await using var mongo = await MongoDouble.Start("--replica-set", "rs0");
        CommandTest.Run("import", Seeds, "--store", mongo.Uri());

        Assert.Equal((0, "5 plans, 0 of them written anew\n", ""), await CommandProcess.Run("migrate", "--store", mongo.Uri()));
    }

    [Fact]
    public void A_plan_of_a_newer_program_is_told_in_a_line()
    {
        CommandTest.Run("import", Seeds, "--store", _folder.Path);
        var file = Path.Combine(_folder.Path, "plans", "hung-yen-2021-papi.json");
        File.WriteAllText(file, File.ReadAllText(file).Replace("\"schemaVersion\": 1", "\"schemaVersion\": 2", StringComparison.Ordinal));

        var expected = (1, "", $"{file} has version 2 of the plan format, and this program knows versions up to 1. Use the program that wrote it, or a newer one.\n");
        Assert.Equal(expected, CommandTest.Run("migrate", "--store", _folder.Path));
        Assert.Equal(expected, CommandTest.Run("export", "--to", Path.Combine(_folder.Path, "x"), "--store", _folder.Path));
    }

    [Fact]
    public void What_is_no_plan_is_told_and_left()
    {
        CommandTest.Run("import", Seeds, "--store", _folder.Path);
        var file = Path.Combine(_folder.Path, "plans", "broken.json");
        File.WriteAllText(file, "{}");

        Assert.Equal(
            (1, "5 plans, 0 of them written anew\n", $"left       {file}\n1 can't be read as plans and were left as they are.\n"), CommandTest.Run("migrate", "--store", _folder.Path));
        Assert.Equal("{}", File.ReadAllText(file));
    }

    [Fact]
    public void A_store_that_is_not_there_is_told() => Assert.Equal(
        (1, "", "There is no store in /nowhere.\n"), CommandTest.Run("migrate", "--store", "/nowhere"));

    public void Dispose() => _folder.Dispose();
}
