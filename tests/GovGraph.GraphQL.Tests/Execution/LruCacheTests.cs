using GovGraph.GraphQL.Execution;
using Xunit;

namespace GovGraph.GraphQL.Tests.Execution;

public sealed class LruCacheTests
{
    [Fact]
    public void What_was_not_used_for_longest_goes_first()
    {
        var cache = new LruCache<string, int>(2, 100);
        cache.Add("a", 1, weight: 1);
        cache.Add("b", 2, weight: 1);
        Assert.True(cache.TryGet("a", out var a));
        Assert.Equal(1, a);
        cache.Add("c", 3, weight: 1);
        Assert.False(cache.TryGet("b", out _));
        Assert.True(cache.TryGet("a", out _));
        Assert.True(cache.TryGet("c", out _));
    }

    [Fact]
    public void The_first_value_of_a_key_stays()
    {
        var cache = new LruCache<string, int>(2, 100);
        cache.Add("a", 1, weight: 1);
        cache.Add("a", 2, weight: 1);
        Assert.True(cache.TryGet("a", out var value));
        Assert.Equal(1, value);
    }

    [Fact]
    public void A_cache_of_nothing_keeps_nothing()
    {
        var cache = new LruCache<string, int>(0, 100);
        cache.Add("a", 1, weight: 1);
        Assert.False(cache.TryGet("a", out _));
    }

    [Fact]
    public void Heavy_values_drive_out_several_light_ones()
    {
        var cache = new LruCache<string, int>(10, 10);
        foreach (var key in new[] { "a", "b", "c" }) cache.Add(key, 1, weight: 3);
        cache.Add("heavy", 2, weight: 6);
        Assert.False(cache.TryGet("a", out _));
        Assert.False(cache.TryGet("b", out _));
        Assert.True(cache.TryGet("c", out _));
        Assert.True(cache.TryGet("heavy", out _));
    }

    [Fact]
    public void What_is_too_heavy_for_the_whole_cache_is_not_kept()
    {
        var cache = new LruCache<string, int>(10, 10);
        cache.Add("a", 1, weight: 10);
        cache.Add("heavy", 2, weight: 11);
        Assert.True(cache.TryGet("a", out _));
        Assert.False(cache.TryGet("heavy", out _));
    }
}
