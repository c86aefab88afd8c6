using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using Xunit;

namespace GovGraph.Storage.Tests.Contract;

public abstract partial class PlanStoreContract
{
    private const string Indicator = "new-2024-cchc/2.1";

    [Fact]
    public async Task A_value_of_an_indicator_is_seen_by_every_reader_afterwards()
    {
        await NewWithIndicators();

        var first = await Store.ChangeIndicator(Indicator, 1, indicator => indicator.RecordValue(Value(1, 78.50m)), SampleStore.Record);
        var second = await Store.ChangeIndicator(Indicator, 2, indicator => indicator.RecordValue(Value(2, 81m, "Quý II")), SampleStore.Record);

        Assert.Equal((2L, 3L), (first.Value!.Version, second.Value!.Version));
        var plan = (await Store.GetPlan("new-2024-cchc"))!;
        Assert.Equal([Value(1, 78.50m), Value(2, 81m, "Quý II")], plan.Indicator(Indicator)!.Values);
        Assert.Equal("78.50", plan.Indicator(Indicator)!.Values[0].Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((3L, 1L, 3L), (plan.Indicator(Indicator)!.Version, plan.Indicator("new-2024-cchc/2.2")!.Version, plan.Version));
        Assert.Equal(second.Value.Values, Assert.IsType<Indicator>(await Store.GetNode(Indicator)).Values);
    }

    [Fact]
    public async Task An_indicator_and_the_tasks_beside_it_change_on_their_own()
    {
        await NewWithIndicators();

        await Store.ChangeIndicator(Indicator, 1, indicator => indicator.RecordValue(Value(1, 1)), SampleStore.Record);
        var task = await Store.ChangeTask("new-2024-cchc/1.1", 1, task => task.AddEvidence(SampleStore.Document(1)), SampleStore.Record);
        var indicator = await Store.ChangeIndicator(Indicator, 2, indicator => indicator.RecordValue(Value(1, 2)), SampleStore.Record);

        Assert.Equal((2L, 3L), (task.Value!.Version, indicator.Value!.Version));
        Assert.Equal(Value(1, 2), Assert.Single(indicator.Value.Values));
        Assert.Equal(4, (await Store.GetPlan("new-2024-cchc"))!.Version);
    }

    [Fact]
    public async Task An_older_version_of_an_indicator_is_refused()
    {
        await NewWithIndicators();

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 10).Select(i =>
            Store.ChangeIndicator(Indicator, 1, indicator => indicator.RecordValue(Value(1, i)), SampleStore.Record).AsTask()));

        Assert.Equal(1, outcomes.Count(outcome => !outcome.IsRefused));
        Assert.All(outcomes.Where(outcome => outcome.IsRefused), outcome => Assert.Equal(new VersionConflict(1, 2), outcome.Refusal));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("new-2024-cchc/2.9")]
    [InlineData("new-2024-cchc/1.1")]
    [InlineData("new-2024-cchc")]
    public async Task What_is_no_indicator_is_refused(string id)
    {
        await NewWithIndicators();

        Assert.Equal(new IndicatorNotFound(id), (await Store.ChangeIndicator(id, null, indicator => indicator.RecordValue(Value(1, 1)), SampleStore.Record)).Refusal);
        Assert.Equal(new TaskNotFound(Indicator), (await Store.ChangeTask(Indicator, null, task => task.AddEvidence(SampleStore.Document(1)), SampleStore.Record)).Refusal);
    }

    [Fact]
    public async Task A_life_tells_of_indicators_and_goes_on_in_another_store()
    {
        await NewWithIndicators();
        await Store.ChangeIndicator(Indicator, null, indicator => indicator.RecordValue(Value(1, 78.5m)), SampleStore.Record);
        await Store.ChangeIndicator(Indicator, null, indicator => indicator.RecordValue(Value(1, 81m)), SampleStore.Record with { Reason = "Số liệu chính thức" });
        await using var other = await CreateEmpty();

        var life = (await Lives(Store)).Single(life => life.Plan.Id == "new-2024-cchc");
        Assert.Equal(InsertOutcome.Inserted, await other.Restore(life, null, SampleStore.Record));

        Assert.Equal([(1L, null), (2L, Indicator), (3L, Indicator)], life.Events.Select(item => (item.PlanVersion, item.NodeId)));
        var (before, after) = (Assert.IsType<IndicatorProgress>(life.Events[2].Before), Assert.IsType<IndicatorProgress>(life.Events[2].After));
        Assert.Equal((Value(1, 78.5m), Value(1, 81m), 2L, 3L), (Assert.Single(before.Values), Assert.Single(after.Values), before.Version, after.Version));
        Assert.Equal(life.ContentHash(), Assert.Single(await Lives(other)).ContentHash());
        Assert.Equal(4, (await other.ChangeIndicator(Indicator, 3, indicator => indicator.RecordValue(Value(2, 1)), SampleStore.Record)).Value!.Version);
    }

    [Fact]
    public async Task Taking_in_the_same_print_again_leaves_values_of_indicators()
    {
        await NewWithIndicators();
        await Store.ChangeIndicator(Indicator, null, indicator => indicator.RecordValue(Value(1, 78.5m)), SampleStore.Record);

        Assert.Equal(InsertOutcome.Unchanged, await Store.Insert(SamplePlans.Small("new", 1, indicators: 2), SampleStore.Record));
        Assert.Equal(InsertOutcome.Conflict, await Store.Insert(SamplePlans.Small("new", 1, indicators: 3), SampleStore.Record));

        Assert.Single((await Store.GetPlan("new-2024-cchc"))!.Indicator(Indicator)!.Values);
    }

    [Fact]
    public async Task Watchers_are_told_of_indicators()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var changes = Store.Watch(stop.Token);
        await NewWithIndicators();
        await Store.ChangeIndicator(Indicator, null, indicator => indicator.RecordValue(Value(1, 1)), SampleStore.Record);
        await Store.ChangeTask("new-2024-cchc/1.1", null, task => task.AddEvidence(SampleStore.Document(1)), SampleStore.Record);

        var seen = new List<StoreChange>();
        await foreach (var change in changes)
        {
            seen.Add(change);
            if (seen.Count == 3) break;
        }

        var (before, after) = (Assert.IsType<Indicator>(seen[1].Before), Assert.IsType<Indicator>(seen[1].After));
        Assert.Equal((0, 1, 2L), (before.Values.Length, after.Values.Length, seen[1].Plan.Version));
        Assert.IsType<PlanTask>(seen[2].After);
        Assert.Single(seen[2].Plan.Indicator(Indicator)!.Values);
    }

    private async Task NewWithIndicators() => await Store.Insert(SamplePlans.Small("new", 1, indicators: 2), SampleStore.Record);

    private static IndicatorValue Value(int quarter, decimal value, string? note = null) =>
        new() { Period = Period.Quarter(2024, quarter), Value = value, Note = note, RecordedAt = SampleStore.Moment.AddTicks(1) };
}
