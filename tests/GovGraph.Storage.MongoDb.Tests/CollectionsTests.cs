using Xunit;

namespace GovGraph.Storage.MongoDb.Tests;

public sealed class CollectionsTests
{
    [Fact]
    public void Every_index_is_listed_in_the_docs_with_its_paths()
    {
        var page = File.ReadAllText(Path.Combine(NodePackages.RepositoryRoot(), "docs", "mongodb.md"));

        Assert.All(Collections.PlanIndexes.Concat(Collections.FeedIndexes), index => Assert.Contains(
            $"| `{index.Name}` | {string.Join(", ", index.Paths.Select(path => path.StartsWith('-') ? $"`{path[1..]}` falling" : $"`{path}`"))} |", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Opening_again_makes_no_index_anew()
    {
        var settings = new MongoSettings { ConnectionString = await TestServer.NewDatabase() };
        await using var first = await MongoStore.Open(settings, TimeProvider.System);
        await using var second = await MongoStore.Open(settings, TimeProvider.System);

        // And the ones on _id.
        var made = Collections.PlanIndexes.Count + Collections.FeedIndexes.Count;
        Assert.Equal((made, made + 2), (first.Startup.MadeIndexes, first.Startup.Indexes));
        Assert.Equal((0, made + 2), (second.Startup.MadeIndexes, second.Startup.Indexes));
    }
}
