using GovGraph.GraphQL.Execution;
using Xunit;

namespace GovGraph.GraphQL.Tests.Execution;

public sealed class LruCacheTests
{
    [Fact]
    public void What_was_not_used_for_longest_goes_first()
    {
        var cache = new LruCache<string, int>(2);
        cache.Add("a", 1);
        cache.Add("b", 2);
        Assert.True(cache.TryGet("a", out var a));
        Assert.Equal(1, a);
        cache.Add("c", 3);
        Assert.False(cache.TryGet("b", out _));
        Assert.True(cache.TryGet("a", out _));
        Assert.True(cache.TryGet("c", out _));
    }

    [Fact]
    public void The_first_value_of_a_key_stays()
    {
        var cache = new LruCache<string, int>(2);
        cache.Add("a", 1);
        cache.Add("a", 2);
        Assert.True(cache.TryGet("a", out var value));
        Assert.Equal(1, value);
    }

    [Fact]
    public void A_cache_of_nothing_keeps_nothing()
    {
        var cache = new LruCache<string, int>(0);
        cache.Add("a", 1);
        Assert.False(cache.TryGet("a", out _));
    }
}
