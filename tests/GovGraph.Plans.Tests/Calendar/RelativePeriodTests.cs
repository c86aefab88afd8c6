using GovGraph.Plans.Calendar;
using Xunit;

namespace GovGraph.Plans.Tests.Calendar;

public sealed class RelativePeriodTests
{
    [Theory]
    [InlineData(RelativePeriod.Today, "2024-02-29", "2024-02-29", "2024-02-29")]
    [InlineData(RelativePeriod.ThisWeek, "2024-03-03", "2024-02-26", "2024-03-03")]
    [InlineData(RelativePeriod.ThisWeek, "2024-03-04", "2024-03-04", "2024-03-10")]
    [InlineData(RelativePeriod.NextWeek, "2024-03-03", "2024-03-04", "2024-03-10")]
    [InlineData(RelativePeriod.LastWeek, "2024-03-03", "2024-02-19", "2024-02-25")]
    [InlineData(RelativePeriod.ThisMonth, "2024-02-29", "2024-02-01", "2024-02-29")]
    [InlineData(RelativePeriod.NextMonth, "2024-12-31", "2025-01-01", "2025-01-31")]
    [InlineData(RelativePeriod.LastMonth, "2024-01-01", "2023-12-01", "2023-12-31")]
    [InlineData(RelativePeriod.ThisQuarter, "2024-06-30", "2024-04-01", "2024-06-30")]
    [InlineData(RelativePeriod.NextQuarter, "2024-12-01", "2025-01-01", "2025-03-31")]
    [InlineData(RelativePeriod.LastQuarter, "2024-01-15", "2023-10-01", "2023-12-31")]
    [InlineData(RelativePeriod.ThisYear, "2024-07-01", "2024-01-01", "2024-12-31")]
    [InlineData(RelativePeriod.NextYear, "2024-07-01", "2025-01-01", "2025-12-31")]
    [InlineData(RelativePeriod.LastYear, "2024-07-01", "2023-01-01", "2023-12-31")]
    public void A_period_is_told_from_a_day(RelativePeriod period, string day, string from, string to) =>
        Assert.Equal(new DateRange(Day(from), Day(to)), period.On(Day(day)));

    [Fact]
    public void At_the_ends_of_the_calendar_a_period_is_cut_off()
    {
        foreach (var period in Enum.GetValues<RelativePeriod>())
        {
            Assert.True(period.On(DateOnly.MinValue) is var first && first.From <= first.To);
            Assert.True(period.On(DateOnly.MaxValue) is var last && last.From <= last.To);
        }

        Assert.Equal(new DateRange(new(9999, 10, 1), DateOnly.MaxValue), RelativePeriod.ThisQuarter.On(DateOnly.MaxValue));
        Assert.Equal(new DateRange(DateOnly.MinValue, new(1, 1, 31)), RelativePeriod.ThisMonth.On(DateOnly.MinValue));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O");
}
