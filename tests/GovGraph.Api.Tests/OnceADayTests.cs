using Xunit;

namespace GovGraph.Api.Tests;

public sealed class OnceADayTests
{
    [Fact]
    public void It_is_made_when_a_day_is_first_asked_for()
    {
        var made = 0;
        var rules = new OnceADay<string>(day => $"{day:yyyy-MM-dd} {++made}");
        var (eve, day) = (new DateOnly(2024, 2, 27), new DateOnly(2024, 2, 28));

        Assert.Equal(["2024-02-27 1", "2024-02-27 1", "2024-02-28 2", "2024-02-28 2"], [rules.On(eve), rules.On(eve), rules.On(day), rules.On(day)]);
    }
}
