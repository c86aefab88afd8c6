using System.Collections.Frozen;
using GovGraph.Plans.Deadlines;
using Xunit;

namespace GovGraph.Plans.Tests.Deadlines;

public sealed class DayCountTests
{
    private static readonly DayCount Working = new(true, new[] { new DateOnly(2024, 4, 30), new DateOnly(2024, 5, 1) }.ToFrozenSet());

    [Theory]
    [InlineData("2024-05-06", 10, DurationUnit.Day, "2024-05-16")]
    [InlineData("2024-05-06", 10, DurationUnit.WorkingDay, "2024-05-20")]
    [InlineData("2024-05-06", 1, DurationUnit.Week, "2024-05-13")]
    [InlineData("2024-01-31", 1, DurationUnit.Month, "2024-02-29")]
    [InlineData("2024-05-06", 0, DurationUnit.Day, "2024-05-06")]
    public void Calendar_days_are_the_default(string day, int amount, DurationUnit unit, string due) =>
        Assert.Equal(Day(due), DayCount.Calendar.After(Day(day), amount, unit));

    [Theory]
    [InlineData("2024-05-06", 10, DurationUnit.Day, "2024-05-20")]
    [InlineData("2024-04-26", 1, DurationUnit.Day, "2024-04-29")]
    [InlineData("2024-04-26", 2, DurationUnit.WorkingDay, "2024-05-02")]
    [InlineData("2024-05-06", 1, DurationUnit.Week, "2024-05-13")]
    public void Working_days_leave_out_weekends_and_holidays(string day, int amount, DurationUnit unit, string due) =>
        Assert.Equal(Day(due), Working.After(Day(day), amount, unit));

    [Fact]
    public void A_span_before_an_event_is_counted_back()
    {
        Assert.Equal(Day("2024-05-05"), DayCount.Calendar.Before(Day("2024-05-06"), 1, DurationUnit.Day));
        Assert.Equal(Day("2024-05-03"), Working.Before(Day("2024-05-06"), 1, DurationUnit.Day));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", null);
}
