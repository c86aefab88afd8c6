using Xunit;

namespace GovGraph.Plans.Tests;

public sealed class VietnamClockTests
{
    [Theory]
    [InlineData("2024-03-31T16:59:59Z", "2024-03-31")]
    [InlineData("2024-03-31T17:00:00Z", "2024-04-01")]
    [InlineData("2024-07-01T12:00:00-05:00", "2024-07-02")]
    public void The_day_turns_at_midnight_in_Vietnam(string now, string today) =>
        Assert.Equal(DateOnly.Parse(today, null), new VietnamClock(new StoppedTime(DateTimeOffset.Parse(now, null))).Today);

    private sealed class StoppedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
