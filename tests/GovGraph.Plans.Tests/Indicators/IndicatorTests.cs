using GovGraph.Plans.Indicators;
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
