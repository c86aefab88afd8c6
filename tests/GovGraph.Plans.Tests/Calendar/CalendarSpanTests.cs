using GovGraph.Plans.Calendar;
using Xunit;

namespace GovGraph.Plans.Tests.Calendar;

public sealed class CalendarSpanTests
{
    [Theory]
    [InlineData("P30D", "2024-03-15", "2024-03-15", "2024-04-14")]
    [InlineData("P0D", "2024-03-15", "2024-03-15", "2024-03-15")]
    [InlineData("P2W", "2024-03-15", "2024-03-15", "2024-03-29")]
    [InlineData("P1M", "2024-01-31", "2024-01-31", "2024-02-29")]
    [InlineData("P1Y2M3W4D", "2023-01-01", "2023-01-01", "2024-03-26")]
    [InlineData("-P30D", "2024-03-15", "2024-02-14", "2024-03-15")]
    [InlineData("-P1M", "2024-03-31", "2024-02-29", "2024-03-31")]
    [InlineData("P100Y", "9950-06-01", "9950-06-01", "9999-12-31")]
    [InlineData("-P100Y", "0050-06-01", "0001-01-01", "0050-06-01")]
    [InlineData("P36525D", "9999-01-01", "9999-01-01", "9999-12-31")]
    public void A_span_reaches_from_a_day_on_or_back(string text, string day, string from, string to)
    {
        Assert.True(CalendarSpan.TryParse(text, out var span));

        Assert.Equal(new DateRange(Day(from), Day(to)), span.From(Day(day)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("30D")]
    [InlineData("P30")]
    [InlineData("P-30D")]
    [InlineData("+P30D")]
    [InlineData("P1D1M")]
    [InlineData("P1.5D")]
    [InlineData("PT1H")]
    [InlineData("P1DT1H")]
    [InlineData("p30d")]
    [InlineData(" P30D")]
    [InlineData("P30D\n")]
    [InlineData("P٣D")]
    [InlineData("P101Y")]
    [InlineData("P36526D")]
    [InlineData("P99999999999D")]
    public void Anything_else_is_no_span(string? text) => Assert.False(CalendarSpan.TryParse(text, out _));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O");
}
