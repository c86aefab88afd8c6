using Xunit;

namespace GovGraph.Storage.MongoDb.Tests;

public sealed class CollectionsTests
{
    [Fact]
    public void Every_index_is_listed_in_the_docs_with_its_paths()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "mongodb.md"));

        Assert.All(Collections.Indexed.SelectMany(indexed => indexed.Indexes), index => Assert.Contains(
            $"| `{index.Name}` | {string.Join(", ", index.Paths.Select(path => path.StartsWith('-') ? $"`{path[1..]}` falling" : $"`{path}`"))} |", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Opening_again_makes_no_index_anew()
    {
        var settings = new MongoSettings { ConnectionString = await TestServer.NewDatabase() };
        await using var first = await MongoStore.Open(settings, TimeProvider.System);
        await using var second = await MongoStore.Open(settings, TimeProvider.System);

        // And the ones on _id.
        var made = Collections.Indexed.Sum(indexed => indexed.Indexes.Count);
        var all = made + Collections.Indexed.Count;
        Assert.Equal((made, all), (first.Startup.MadeIndexes, first.Startup.Indexes));
        Assert.Equal((0, all), (second.Startup.MadeIndexes, second.Startup.Indexes));
    }
}
