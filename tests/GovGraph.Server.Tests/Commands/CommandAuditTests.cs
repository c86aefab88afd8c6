using System.Text.Json;
using Xunit;

namespace GovGraph.Server.Tests.Commands;

/// <summary>What the trail says of those who change something by a command.</summary>
public sealed class CommandAuditTests : IDisposable
{
    private const string Id = "thuong-lo-2020-cchc";

    private static readonly string s_seed = Repository.Seed(Id);

    private readonly TemporaryFolder _folder = new();

    private string Store => Path.Combine(_folder.Path, "store");

    [Fact]
    public void Every_command_that_writes_is_told_with_the_user_and_what_it_wrote()
    {
        var corrected = Path.Combine(_folder.Path, "corrected.json");
        File.WriteAllText(corrected, File.ReadAllText(s_seed).Replace("chính năm 2020 của xã", "chính năm 2020 (đính chính) của xã", StringComparison.Ordinal));

        Run("import", s_seed, "--store", Store);
        Run("import", s_seed, "--store", Store);
        Run("import", corrected, "--replace", "--store", Store);
        Run("generate", "--plans", "1", "--to", "store", "--store", Store);
        Run("migrate", "--store", Store);

        Assert.Equal(
            ["import {\"id\":\"thuong-lo-2020-cchc\",\"version\":1}", "import {\"id\":\"thuong-lo-2020-cchc\",\"version\":2}", "generate {\"id\":\"ha-noi-01-2025-cchc\",\"version\":110}"],
            Told(Store).Select(record => $"{Text(record, "operation")} {record.GetProperty("changed")[0].GetRawText()}"));
        var copy = Path.Combine(_folder.Path, "copy");
        Run("copy", "--from", Store, "--to", copy);
        Assert.Equal(["copy", "copy"], Told(copy).Select(record => Text(record, "operation")));
    }

    [Fact]
    public void What_only_looks_or_is_refused_is_not_told()
    {
        Run("import", s_seed, "--store", Store);
        Run("import", s_seed, "--store", Store, "--dry-run");
        Run("export", "--to", Path.Combine(_folder.Path, "export"), "--store", Store);
        Run("migrate", "--dry-run", "--store", Store);
        Run("keys", "list", "--store", Store);
        Assert.Equal(1, CommandTest.Run("keys", "revoke", "nobody", "--store", Store).ExitCode);

        Assert.Single(Told(Store));
    }

    [Fact]
    public void Keys_are_told_by_their_ids_and_never_with_their_secrets()
    {
        Directory.CreateDirectory(Path.Combine(Store, "plans"));

        AssertKeysTold(Store);
    }

    [Fact]
    public async Task Keys_in_MongoDB_are_told_the_same_way()
    {
        await using var mongo = await MongoDouble.Start();

        AssertKeysTold(mongo.Uri());
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertKeysTold(string store)
    {
        string[] secrets = [Run("keys", "create", "--name", "An", "--store", store), Run("keys", "rotate", "An", "--store", store)];
        Run("keys", "revoke", "An", "--store", store);
        var (first, second) = (secrets[0].Split('_')[1], secrets[1].Split('_')[1]);

        var told = Told(store);
        Assert.Equal(
            [$"keys create {first}", $"keys rotate {second}", $"keys rotate {first}", $"keys revoke {first}", $"keys revoke {second}"],
            told.Select(record => $"{Text(record, "operation")} {record.GetProperty("ids")[0].GetString()}"));
        Assert.All(told, record => Assert.All(secrets, secret => Assert.DoesNotContain(secret.Trim().Split('_')[2], record.GetRawText(), StringComparison.Ordinal)));
    }

    private static string Run(params string[] args)
    {
        var (exitCode, output, error) = CommandTest.Run(args);
        Assert.True(exitCode == 0, error);
        return output;
    }

    /// <summary>The records, all of which name the user of this machine, and no key.</summary>
    private static List<JsonElement> Told(string store)
    {
        var records = Run("audit", "--store", store).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line)).ToList();
        Assert.All(records, record => Assert.Equal(("APPLIED", Environment.UserName, Environment.MachineName), (Text(record, "outcome"), Text(record, "who"), Text(record, "from"))));
        Assert.All(records, record => Assert.False(record.TryGetProperty("key", out _)));
        return records;
    }

    private static string? Text(JsonElement record, string name) => record.GetProperty(name).GetString();
}
