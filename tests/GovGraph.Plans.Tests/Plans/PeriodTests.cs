using Xunit;

namespace GovGraph.Plans.Tests;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2024", PeriodKind.Year, "2024-01-01", "2024-12-31")]
    [InlineData("2024-H1", PeriodKind.HalfYear, "2024-01-01", "2024-06-30")]
    [InlineData("2024-H2", PeriodKind.HalfYear, "2024-07-01", "2024-12-31")]
    [InlineData("2024-Q1", PeriodKind.Quarter, "2024-01-01", "2024-03-31")]
    [InlineData("2024-Q4", PeriodKind.Quarter, "2024-10-01", "2024-12-31")]
    [InlineData("2024-02", PeriodKind.Month, "2024-02-01", "2024-02-29")]
    [InlineData("2024-12", PeriodKind.Month, "2024-12-01", "2024-12-31")]
    [InlineData("2024-02-01/2024-04-30", PeriodKind.Range, "2024-02-01", "2024-04-30")]
    [InlineData("2024-05-06/2024-05-06", PeriodKind.Range, "2024-05-06", "2024-05-06")]
    [InlineData("2023-12-01/2024-01-31", PeriodKind.Range, "2023-12-01", "2024-01-31")]
    public void A_period_has_days_and_a_name(string text, PeriodKind kind, string from, string to)
    {
        Assert.True(Period.TryParse(text, out var period));

        Assert.Equal((kind, DateOnly.Parse(from, null), DateOnly.Parse(to, null), text), (period.Kind, period.From, period.To, period.ToString()));
        Assert.Equal(period, new Period(period.From, period.To));
        Assert.Equal((true, true, false, false), (period.Contains(period.From), period.Contains(period.To), period.Contains(period.From.AddDays(-1)), period.Contains(period.To.AddDays(1))));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000")]
    [InlineData("24")]
    [InlineData("2024-H3")]
    [InlineData("2024-Q0")]
    [InlineData("2024-13")]
    [InlineData("2024-00")]
    [InlineData("2024-1")]
    [InlineData("+024")]
    [InlineData("2024-02-30/2024-03-01")]
    [InlineData("2024-03-01/2024-02-01")]
    [InlineData("2024-01-01/2024-12-31")]
    [InlineData("２０２４")]
    public void Anything_else_is_no_period(string? text) => Assert.False(Period.TryParse(text, out _));

    [Fact]
    public void A_period_can_not_end_before_it_begins() => Assert.Equal(
        "A period can't end on 2024-01-31, before it begins on 2024-02-01. (Parameter 'to')",
        Assert.Throws<ArgumentException>(() => new Period(new(2024, 2, 1), new(2024, 1, 31))).Message);
}
