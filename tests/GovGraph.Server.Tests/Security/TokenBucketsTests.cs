using GovGraph.Server.Security;
using Xunit;

namespace GovGraph.Server.Tests.Security;

public sealed class TokenBucketsTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void A_minutes_worth_may_be_spent_at_once_and_comes_back_in_a_minute()
    {
        var bucket = new TokenBucket(60, _time);

        Assert.Null(bucket.Take(60));
        Assert.Equal(TimeSpan.FromSeconds(10), bucket.Take(10));
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.Equal(TimeSpan.FromSeconds(1), bucket.Take(10));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(bucket.Take(10));
        _time.Advance(TimeSpan.FromHours(5));
        Assert.Null(bucket.Take(60));
        Assert.NotNull(bucket.Take(1));
    }

    [Fact]
    public void What_costs_more_than_a_minutes_worth_is_paid_back()
    {
        var bucket = new TokenBucket(60, _time);

        Assert.Null(bucket.Take(120));
        Assert.Equal(TimeSpan.FromSeconds(61), bucket.Take(1));
    }

    [Fact]
    public void Callers_do_not_pay_for_each_other()
    {
        var buckets = new TokenBuckets(_time);

        Assert.Null(buckets.Of("a", 10).Take(10));
        Assert.Null(buckets.Of("b", 10).Take(10));
        Assert.NotNull(buckets.Of("a", 10).Take(1));
    }

    [Fact]
    public void A_budget_that_is_changed_counts_at_once()
    {
        var buckets = new TokenBuckets(_time);

        Assert.Null(buckets.Of("a", 10).Take(10));
        Assert.Null(buckets.Of("a", 20).Take(20));
    }

    [Fact]
    public void A_million_callers_fill_no_memory()
    {
        var buckets = new TokenBuckets(_time, most: 100);
        for (var caller = 0; caller < 1000; caller++)
        {
            buckets.Of($"early {caller}", 10).Take(1);
            Assert.InRange(buckets.Count, 1, 100);
        }

        // Those who came when there was no room share a bucket; a minute later there is room again.
        Assert.NotNull(buckets.Of("late", 10).Take(1));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(buckets.Of("late", 10).Take(10));
        Assert.Equal(1, buckets.Count);
    }
}
