using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Tests.Seeds;
using Xunit;

namespace GovGraph.Plans.Tests.Indicators;

public sealed class IndicatorTests
{
    private static readonly DateTimeOffset Now = new(2024, 7, 2, 9, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void A_value_is_recorded_for_its_period()
    {
        var old = Indicator();

        var changed = old.RecordValue(Value(Period.Quarter(2024, 1), 78.5m, " Tạm\u0300 ")).Value!;

        Assert.Equal(Value(Period.Quarter(2024, 1), 78.5m, "Tạm\u0300".Normalize()), Assert.Single(changed.Values));
        Assert.Equal((2L, 1L), (changed.Version, old.Version));
        Assert.Empty(old.Values);
    }

    [Fact]
    public void Values_stand_by_their_last_day_and_the_longest_of_those_that_end_together_last()
    {
        Period[] periods = [Period.Year(2024), Period.Month(2024, 12), Period.Quarter(2024, 1), Period.HalfYear(2024, 2), Period.Month(2024, 3)];

        var changed = periods.Aggregate(Indicator(), (indicator, period) => indicator.RecordValue(Value(period, 1)).Value!);

        Assert.Equal(["2024-03", "2024-Q1", "2024-12", "2024-H2", "2024"], changed.Values.Select(value => value.Period.ToString()));
    }

    [Fact]
    public void A_period_that_is_recorded_again_gets_the_new_value()
    {
        var changed = Indicator().RecordValue(Value(Period.Quarter(2024, 1), 78.5m, "Tạm tính")).Value!
            .RecordValue(Value(new Period(new(2024, 1, 1), new(2024, 3, 31)), 81m)).Value!;

        Assert.Equal(Value(Period.Quarter(2024, 1), 81m), Assert.Single(changed.Values));
        Assert.Equal(3, changed.Version);
    }

    [Fact]
    public void The_latest_value_tells_how_much_of_the_target_is_reached()
    {
        var half = Indicator().RecordValue(Value(Period.HalfYear(2024, 1), 78.5m)).Value!;
        var corrected = half.RecordValue(Value(Period.Quarter(2024, 1), 100)).Value!;
        var done = corrected.RecordValue(Value(Period.Year(2024), 80)).Value!;

        Assert.Equal((null, null, null), (Indicator().LatestValue, Indicator().Achievement, Indicator().IsBelowTarget));
        Assert.Equal((78.5m, 0.98125m, true), (half.LatestValue!.Value, half.Achievement, half.IsBelowTarget));
        Assert.Equal(half.LatestValue, corrected.LatestValue);
        Assert.Equal((80m, 1m, false), (done.LatestValue!.Value, done.Achievement, done.IsBelowTarget));
    }

    [Theory]
    [InlineData("2023-12-15/2024-06-14", true)]
    [InlineData("2024-12-31/2025-01-31", true)]
    [InlineData("2023", false)]
    [InlineData("2025-Q1", false)]
    public void A_period_has_days_in_the_year_of_the_plan(string text, bool isTaken)
    {
        Assert.True(Period.TryParse(text, out var period));

        var outcome = Indicator().RecordValue(Value(period, 1));

        Assert.Equal(isTaken ? null : new PeriodOutsidePlan(period, 2024), outcome.Refusal);
    }

    [Fact]
    public void A_period_outside_is_told_in_words() =>
        Assert.Equal("The plan is for 2024; no day of 2025-Q1 is in that year.", new PeriodOutsidePlan(Period.Quarter(2025, 1), 2024).Message);

    [Fact]
    public void A_plan_goes_on_with_a_changed_indicator()
    {
        var old = SeedFiles.Plan("my-hoa-hung-2024-kstthc");
        var indicator = old.Indicator("my-hoa-hung-2024-kstthc/9.3")!;

        var plan = old.With(indicator.RecordValue(Value(Period.Year(2024), 85)).Value!);

        var changed = plan.Indicator(indicator.Id)!;
        Assert.Equal((2L, 2L, 1), (plan.Version, changed.Version, changed.Values.Length));
        Assert.Same(plan, changed.Plan);
        Assert.Same(plan.Area("9"), changed.Area);
        Assert.Same(changed, plan.Node(indicator.Id));
        Assert.Empty(old.Indicator(indicator.Id)!.Values);
        Assert.All(plan.Areas.SelectMany(area => area.Indicators).Where(other => other.Id != indicator.Id), other => Assert.Equal(1, other.Version));
    }

    private static Indicator Indicator() => SeedFiles.Plan("my-hoa-hung-2024-kstthc").Indicator("my-hoa-hung-2024-kstthc/9.1.1")!;

    private static IndicatorValue Value(Period period, decimal value, string? note = null) => new() { Period = period, Value = value, Note = note, RecordedAt = Now };
}
