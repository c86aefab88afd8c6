using GovGraph.Plans.Deadlines;
using Xunit;

namespace GovGraph.Plans.Tests.Deadlines;

public sealed class CalendarPeriodTests
{
    [Fact]
    public void A_month_ends_on_its_last_day() => Assert.Equal(
        (new DateOnly(2024, 2, 1), new DateOnly(2024, 2, 29)),
        (CalendarMonth.Of(new DateOnly(2024, 2, 5)).Start, CalendarMonth.Of(new DateOnly(2024, 2, 5)).End));

    [Theory]
    [InlineData(1, 1, "2024-01-01", "2024-03-31")]
    [InlineData(6, 2, "2024-04-01", "2024-06-30")]
    [InlineData(7, 3, "2024-07-01", "2024-09-30")]
    [InlineData(12, 4, "2024-10-01", "2024-12-31")]
    public void A_quarter_has_three_months(int month, int quarter, string start, string end)
    {
        var found = CalendarQuarter.Of(new DateOnly(2024, month, 15));

        Assert.Equal(new CalendarQuarter(2024, quarter), found);
        Assert.Equal((DateOnly.Parse(start, null), DateOnly.Parse(end, null)), (found.Start, found.End));
    }
}
