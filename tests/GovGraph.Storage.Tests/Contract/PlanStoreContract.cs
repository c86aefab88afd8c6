using System.Collections.Immutable;
using FsCheck.Fluent;
using GovGraph.Plans;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;
using Xunit;

namespace GovGraph.Storage.Tests.Contract;

/// <summary>What every store must do, whatever it keeps plans in. A store's own tests derive from it.</summary>
public abstract partial class PlanStoreContract : IAsyncLifetime
{
    /// <summary>The store under test, filled with the sample plans.</summary>
    protected PlanStore Store { get; private set; } = null!;

    /// <summary>How many random filters a test tries.</summary>
    protected virtual int RandomFilters => 1000;

    /// <summary>With how many of them a test walks through all pages, in both directions.</summary>
    protected virtual int RandomWalks => RandomFilters / 10;

    private ImmutableArray<Plan> Plans { get; set; } = [];

    private ImmutableArray<PlanTask> Tasks { get; set; } = [];

    private ImmutableArray<string> Ids { get; set; } = [];

    public async ValueTask InitializeAsync()
    {
        Store = await CreateEmpty();
        await Fill(Store);
        Plans = (await Store.FindPlans(new Query<Plan>())).Items;
        Tasks = [.. Plans.SelectMany(plan => plan.Tasks)];
        Ids =
        [
            Plans[0].Id, Plans[^1].Id, Tasks[0].Id, Tasks[^1].Id, Tasks[0].Area.Id, "an-binh", "ea-sup", "an-binh/ubnd-xa", "dai-loc/ubnd-xa",
            "an-binh/cac-thon", "none",
        ];
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract ValueTask<PlanStore> CreateEmpty();

    /// <summary>Puts the sample plans into an empty store.</summary>
    protected virtual Task Fill(PlanStore store) => SampleStore.Fill(store);

    private async Task<IEnumerable<string>> TaskIds(Filter filter, params ImmutableArray<OrderTerm> order) =>
        (await Store.FindTasks(new Query<PlanTask> { Filter = filter, Order = order })).Items.Select(task => task.Id);

    private async Task<IEnumerable<string>> PlanIds(Filter filter, params ImmutableArray<OrderTerm> order) =>
        (await Store.FindPlans(new Query<Plan> { Filter = filter, Order = order })).Items.Select(plan => plan.Id);
}
