using GovGraph.Storage.Access;
using GovGraph.Storage.Files;
using GovGraph.Storage.Tests.Contract;
using GovGraph.Storage.Tests.Disks;
using Xunit;

namespace GovGraph.Storage.Tests.Access;

public sealed class FileKeyStoreTests : KeyStoreContract
{
    private readonly string _folder = Directory.CreateTempSubdirectory("govgraph-").FullName;

    protected override ValueTask<KeyStore> Open() => new(new FileKeyStore(_folder, TimeProvider.System));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_folder_that_is_not_there_has_no_keys() =>
        Assert.Empty(await new FileKeyStore(Path.Combine(_folder, "none"), TimeProvider.System).ReadAll());

    [Fact]
    public async Task A_store_of_plans_in_the_same_folder_does_not_keep_it_from_its_keys()
    {
        await using var plans = FileStore.Open(new FileStoreOptions { Path = _folder });

        await Store.Add(KeyText.New().Keep("an", [Scope.Read], DateTimeOffset.UnixEpoch));

        Assert.Single(await Store.ReadAll());
    }

    [Fact]
    public async Task No_key_and_no_revocation_is_lost_whenever_the_power_goes()
    {
        var (an, other, next) = (Key("an"), Key("other"), Key("an") with { CreatedAt = DateTimeOffset.UnixEpoch.AddDays(2) });
        Func<KeyStore, Task>[] changes =
        [
            async store => await store.TryAdd(an),
            async store => await store.Add(other),
            async store => await store.Revoke(an.Id, DateTimeOffset.UnixEpoch.AddDays(1)),
            async store => await store.TryAdd(next),
        ];
        string[] states =
        [
            "", $"{an.Id} Active", $"{an.Id} Active, {other.Id} Active", $"{an.Id} Revoked, {other.Id} Active", $"{an.Id} Revoked, {other.Id} Active, {next.Id} Active",
        ];
        var whole = new FaultyDisk();
        Assert.Equal(4, await Do(whole));
        for (var step = 1; step <= whole.Steps; step++)
        {
            var disk = new FaultyDisk { PowerLossAt = step };
            var acknowledged = await Do(disk);
            foreach (var left in (FaultyDisk[])[disk.AfterPowerLoss(step), disk.AfterKill()])
            {
                var found = (await Open(left).ReadAll()).Select(key => $"{key.Id} {key.State(DateTimeOffset.UnixEpoch)}");
                Assert.Contains(string.Join(", ", found), states.Skip(acknowledged).Take(2));
            }
        }

        async Task<int> Do(FaultyDisk disk)
        {
            for (var done = 0; done < changes.Length; done++)
            {
                try
                {
                    await changes[done](Open(disk));
                }
                catch (StoreException)
                {
                    return done;
                }
            }

            return changes.Length;
        }

        static KeyStore Open(FaultyDisk disk) => new FileKeyStore("/data", TimeProvider.System, disk);

        static ApiKey Key(string name) => KeyText.New().Keep(name, [Scope.Read], DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public async Task The_file_can_be_read_by_people()
    {
        await Store.Add(KeyText.New().Keep("Trần Văn An", [Scope.Read, Scope.StatusWrite], DateTimeOffset.UnixEpoch));

        var json = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(Store.Location, TestContext.Current.CancellationToken))!["keys"]![0]!;

        Assert.Equal("Trần Văn An", (string?)json["name"]);
        Assert.Equal("""["read","status:write"]""", json["scopes"]!.ToJsonString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("""{ "keys": [{ "id": "a" }] }""")]
    [InlineData("""{ "keys": [], "more": 1 }""")]
    [InlineData("""{ "keys": [{ "id": "a", "name": "a", "salt": "", "hash": "", "scopes": ["all"], "createdAt": "2024-01-01T00:00:00Z" }] }""")]
    public async Task A_file_that_is_none_is_told_and_never_taken_for_no_keys(string content)
    {
        await File.WriteAllTextAsync(Store.Location, content, TestContext.Current.CancellationToken);

        Assert.StartsWith($"The keys in {Store.Location} can't be read: ", (await Assert.ThrowsAsync<StoreException>(async () => await Store.ReadAll())).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreException>(async () => await Store.Add(KeyText.New().Keep("an", [], DateTimeOffset.UnixEpoch)));
        Assert.Equal(content, await File.ReadAllTextAsync(Store.Location, TestContext.Current.CancellationToken));
    }
}
