using System.Collections.Immutable;
using FsCheck.Fluent;
using GovGraph.Plans;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Filters;
using GovGraph.Storage.History;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Contract;

public abstract partial class PlanStoreContract
{
    private static readonly ImmutableArray<string> s_seenBodies = ["an-binh", "ea-sup"];

    private VisiblePlanStore Visible => new(Store, s_seenBodies);

    [Fact]
    public async Task Who_sees_some_bodies_is_answered_as_if_there_were_no_others()
    {
        await using var only = await CreateEmpty();
        await foreach (var life in Store.ReadLives())
        {
            if (s_seenBodies.Contains(life.Plan.Issuer.Id)) await only.Restore(life, null, SampleStore.Record);
        }

        foreach (var asked in RandomQueries.Filters(FieldMaps.Tasks, Ids).Sample(RandomFilters / 25))
        {
            Assert.Equal(await Tasks(only, asked), await Tasks(Visible, asked));
        }

        foreach (var asked in RandomQueries.Filters(FieldMaps.Plans, Ids).Sample(RandomFilters / 25))
        {
            Assert.Equal(await Plans(only, asked), await Plans(Visible, asked));
        }

        foreach (var asked in RandomQueries.Filters(FieldMaps.UnitsOfAllPlans, Ids).Sample(RandomFilters / 25))
        {
            Assert.Equal(await Units(only, asked), await Units(Visible, asked));
        }

        foreach (var asked in RandomQueries.Groups(Ids).Sample(RandomFilters / 25))
        {
            Assert.Equal(await Groups(only), await Groups(Visible));

            async Task<IEnumerable<string>> Groups(PlanStore store) =>
                (await store.GroupTasks(asked)).Items.Select(group => $"{group.Count} {group.BudgetTotal} {group.Key.Plan?.Id} {group.Key.Issuer?.Id} {group.Key.Unit?.Id}");
        }

        foreach (var asked in RandomQueries.Searches(Ids).Sample(RandomFilters / 25))
        {
            Assert.Equal(await Hits(only), await Hits(Visible));

            async Task<IEnumerable<string>> Hits(PlanStore store) => (await store.Search(asked with { WithTotalCount = true })) is var page
                ? page.Items.Select(hit => $"{hit.Node.Id} {hit.Score}").Append($"{page.TotalCount}") : [];
        }

        Assert.Equal(await Changes(only, null), await Changes(Visible, null));
        Assert.Equal(await Changes(only, Filter.Eq("plan", "dai-loc-2024-cchc")), await Changes(Visible, Filter.Eq("plan", "dai-loc-2024-cchc")));
        Assert.Equal(await Lives(only, _ => true), await Lives(Store, plan => s_seenBodies.Contains(plan.Issuer.Id)));
        Assert.Equal(await Lives(only, _ => true), await Lives(Visible, _ => true));

        static async Task<IEnumerable<string>> Tasks(PlanStore store, Filter asked) =>
            (await store.FindTasks(new Query<PlanTask> { Filter = asked, WithTotalCount = true })) is var page ? page.Items.Select(task => task.Id).Append($"{page.TotalCount}") : [];

        static async Task<IEnumerable<string>> Plans(PlanStore store, Filter asked) =>
            (await store.FindPlans(new Query<Plan> { Filter = asked, WithTotalCount = true })) is var page ? page.Items.Select(plan => plan.Id).Append($"{page.TotalCount}") : [];

        static async Task<IEnumerable<string>> Units(PlanStore store, Filter asked) =>
            (await store.FindUnits(new Query<Unit> { Filter = asked, WithTotalCount = true })) is var page
                ? page.Items.Select(unit => $"{unit.Id} {string.Join(", ", unit.Aliases)}").Append($"{page.TotalCount}") : [];

        static async Task<IEnumerable<string>> Changes(PlanStore store, Filter? asked) =>
            (await store.FindChanges(new Query<HistoryEntry> { Filter = asked, WithTotalCount = true })) is var page
                ? page.Items.Select(change => $"{change.PlanId} {change.PlanVersion} {change.NodeId}").Order(StringComparer.Ordinal).Append($"{page.TotalCount}") : [];

        static async Task<IEnumerable<string>> Lives(PlanStore store, Func<Plan, bool> isWanted) =>
            await store.ReadLives().Where(life => isWanted(life.Plan)).Select(life => life.Plan.Id).ToListAsync();
    }

    [Fact]
    public async Task What_is_not_seen_is_not_there_by_its_id_either()
    {
        var unseen = this.Plans.First(plan => plan.Issuer.Id == "dai-loc" && !plan.Tasks.IsEmpty);
        var task = unseen.Tasks[0];
        var past = Visible.At(SampleStore.Moment.AddDays(1));

        Assert.Null(await Visible.GetPlan(unseen.Id));
        Assert.Null(await Visible.GetTask(task.Id));
        Assert.Null(await past.GetPlan(unseen.Id));
        Assert.Null(await past.GetTask(task.Id));
        Assert.All((await past.FindPlans(new())).Items, plan => Assert.Contains(plan.Issuer.Id, s_seenBodies));
        Assert.All((await past.FindTasks(new())).Items, found => Assert.Contains(found.Plan.Issuer.Id, s_seenBodies));
        foreach (var id in (string[])
        [
            unseen.Id, task.Id, task.Area.Id, unseen.Units[0].Id,
            .. unseen.Tasks.SelectMany(each => each.Evidence).Select(item => item.Id).Take(1), .. unseen.Tasks.SelectMany(each => each.Events).Select(item => item.Id).Take(1),
        ])
        {
            Assert.NotNull(await Store.GetNode(id));
            Assert.Null(await Visible.GetNode(id));
        }
    }

    [Fact]
    public async Task What_is_not_seen_can_not_be_changed_either()
    {
        var unseen = this.Plans.First(plan => plan.Issuer.Id == "dai-loc" && !plan.Tasks.IsEmpty);
        var task = unseen.Tasks[0];

        Assert.Equal(new TaskNotFound(task.Id), (await Visible.ChangeTask(task.Id, null, Started, SampleStore.Record)).Refusal);
        Assert.Equal(new TaskNotFound(task.Id), (await Visible.ChangeTask(task.Id, 99, Started, SampleStore.Record)).Refusal);
        Assert.Equal(InsertOutcome.Conflict, await Visible.Insert(unseen, SampleStore.Record));
        Assert.Equal(InsertOutcome.Conflict, await Visible.Insert(SamplePlans.Small("new", 1), SampleStore.Record));
        Assert.Equal(InsertOutcome.Conflict, await Visible.Restore(new PlanLife(unseen, []), unseen.Version, SampleStore.Record));
        foreach (var isAtomic in (bool[])[true, false])
        {
            var asked = new AskedChange(task.Id, 99, Started, SampleStore.Record);
            Assert.Equal([new TaskNotFound(task.Id)], (await Visible.ChangeTasks([asked], isAtomic)).Select(outcome => outcome.Refusal));
        }

        Assert.Equal(task.Version, (await Store.GetTask(task.Id))!.Version);
        Assert.Null(await Store.GetPlan("new-2024-cchc"));

        static Change<PlanTask> Started(PlanTask current) => current.WithProgress(current.Progress with { Status = TaskStatus.InProgress, Version = current.Version + 1 });
    }

    [Fact]
    public async Task Indicators_of_other_bodies_are_not_seen_and_not_changed()
    {
        await Store.Insert(SamplePlans.Small("seen", 1, indicators: 2), SampleStore.Record);
        await Store.Insert(SamplePlans.Small("unseen", 1, indicators: 2), SampleStore.Record);
        var visible = new VisiblePlanStore(Store, ["seen"]);
        string[] seen = ["seen-2024-cchc/2.1", "seen-2024-cchc/2.2"];
        const string unseen = "unseen-2024-cchc/2.1";

        Assert.Equal(seen, (await visible.FindIndicators(new())).Items.Select(indicator => indicator.Id));
        Assert.Equal(seen, (await visible.At(SampleStore.Moment).FindIndicators(new())).Items.Select(indicator => indicator.Id));
        Assert.Null(await visible.GetNode(unseen));
        Assert.Equal(new IndicatorNotFound(unseen), (await visible.ChangeIndicator(unseen, 99, indicator => indicator, SampleStore.Record)).Refusal);
    }

    [Fact]
    public async Task What_a_key_named_is_not_told_to_who_does_not_see_its_plan()
    {
        await Store.Insert(SamplePlans.Small("seen", 1), Keyed("seen"));
        await Store.Insert(SamplePlans.Small("unseen", 1), Keyed("unseen"));
        var visible = new VisiblePlanStore(Store, ["seen"]);

        Assert.Null(await visible.FindChange("unseen", Now));
        Assert.Equal("seen-2024-cchc", (await visible.FindChange("seen", Now))!.Plan.Id);
        Assert.Equal(["seen-2024-cchc", null], (await visible.FindChanges(["seen", "unseen"], Now)).Select(change => change?.Plan.Id));
    }

    [Fact]
    public async Task Who_watches_is_told_of_what_he_sees()
    {
        using var over = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var watching = new VisiblePlanStore(Store, ["seen"]).Watch(over.Token).GetAsyncEnumerator(over.Token);
        var next = watching.MoveNextAsync();

        await Store.Insert(SamplePlans.Small("unseen", 1), SampleStore.Record, over.Token);
        await Store.Insert(SamplePlans.Small("seen", 1), SampleStore.Record, over.Token);

        Assert.True(await next);
        Assert.Equal("seen-2024-cchc", watching.Current.Plan.Id);
    }
}
