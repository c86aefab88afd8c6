using GovGraph.Api.Webhooks;
using Xunit;

namespace GovGraph.Api.Tests.Webhooks;

public sealed class BackOffTests
{
    [Theory]
    [InlineData(1, 0.5, "00:00:05")]
    [InlineData(2, 0.5, "00:00:15")]
    [InlineData(5, 0.5, "00:06:45")]
    [InlineData(1, 0, "00:00:04")]
    [InlineData(1, 1, "00:00:06")]
    [InlineData(9, 0.5, "06:00:00")]
    [InlineData(1_000_000, 0.5, "06:00:00")]
    public void It_waits_longer_each_time_but_not_for_ever(int failures, double chance, string wait) =>
        Assert.Equal(TimeSpan.Parse(wait, System.Globalization.CultureInfo.InvariantCulture), BackOff.After(failures, chance));
}
