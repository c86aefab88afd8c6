using GovGraph.Plans.Tasks;
using GovGraph.Storage.Filters;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Contract;

public abstract partial class PlanStoreContract
{
    [Fact]
    public async Task Lives_come_by_id_and_each_has_its_plan()
    {
        var lives = await Lives(Store);

        Assert.Equal(Plans.Select(plan => plan.Id), lives.Select(life => life.Plan.Id));
        Assert.Equal(Plans.Select(Text), lives.Select(life => Text(life.Plan)));
    }

    [Fact]
    public async Task A_life_tells_what_has_happened_in_its_order()
    {
        var id = await New();
        await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(1)), SampleStore.Record);
        await Store.ChangeTask(id, null, task => task.ChangeStatus(TaskStatus.Completed, "Xong", Today), SampleStore.Record with { Who = "an" });

        var events = (await Lives(Store)).Single(life => id.StartsWith(life.Plan.Id + "/", StringComparison.Ordinal)).Events;

        Assert.Equal([(1L, null), (2L, id), (3L, id)], events.Select(item => (item.PlanVersion, item.NodeId)));
        Assert.Equal("an", events[2].Record.Who);
        var (before, after) = (Assert.IsType<TaskProgress>(events[2].Before), Assert.IsType<TaskProgress>(events[2].After));
        Assert.Equal((TaskStatus.NotStarted, TaskStatus.Completed, "Xong", Today), (before.Status, after.Status, after.StatusNote, after.CompletedOn));
        Assert.Equal($"{id}/evidence/1", Assert.Single(before.Evidence).Id);
    }

    [Fact]
    public async Task A_life_is_the_same_in_another_store()
    {
        var id = await New();
        await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(1)), SampleStore.Record);
        await using var other = await CreateEmpty();

        foreach (var life in await Lives(Store))
        {
            Assert.Equal(InsertOutcome.Inserted, await other.Restore(life, null, SampleStore.Record));
            Assert.Equal(InsertOutcome.Unchanged, await other.Restore(life, null, SampleStore.Record));
        }

        Assert.Equal((await Lives(Store)).Select(life => life.ContentHash()), (await Lives(other)).Select(life => life.ContentHash()));
        Assert.Equal(2, (await other.ChangeTask(id, 2, task => task.AddEvidence(SampleStore.Document(2)), SampleStore.Record)).Value!.Evidence.Length);
    }

    [Fact]
    public async Task A_plan_that_came_by_hand_has_no_events_in_another_store_either()
    {
        var life = new PlanLife(SamplePlans.Small("new", 3), []);

        Assert.Equal(InsertOutcome.Inserted, await Store.Restore(life, null, SampleStore.Record));

        Assert.Equal(life.ContentHash(), (await Lives(Store)).Single(found => found.Plan.Id == life.Plan.Id).ContentHash());
    }

    [Fact]
    public async Task Another_version_than_the_one_to_replace_stays()
    {
        var id = await New();
        var life = (await Lives(Store)).Single(found => id.StartsWith(found.Plan.Id + "/", StringComparison.Ordinal));
        await Store.ChangeTask(id, null, task => task.AddEvidence(SampleStore.Document(1)), SampleStore.Record);

        Assert.Equal(InsertOutcome.Conflict, await Store.Restore(life, null, SampleStore.Record));
        Assert.Equal(InsertOutcome.Conflict, await Store.Restore(life, 1, SampleStore.Record));

        Assert.Equal(2, (await Store.GetTask(id))!.Version);
    }

    [Fact]
    public async Task What_replaces_a_plan_is_found_and_the_old_print_is_not()
    {
        await Store.Insert(SamplePlans.Small("new", 3), SampleStore.Record);
        var reprint = SamplePlans.Small("new", 5);

        Assert.Equal(InsertOutcome.Inserted, await Store.Restore(new PlanLife(reprint, [new PlanEvent(1, SampleStore.Record)]), 1, SampleStore.Record));

        Assert.Equal(Text(reprint), Text((await Store.GetPlan("new-2024-cchc"))!));
        Assert.Equal(["new-2024-cchc/1.5"], await TaskIds(Filter.Eq("id", "new-2024-cchc/1.5")));
        Assert.Equal(5, (await TaskIds(Filter.Object("plan", Filter.Eq("id", "new-2024-cchc")))).Count());
    }

    [Fact]
    public async Task What_is_not_there_can_not_be_replaced() => Assert.Equal(
        InsertOutcome.Conflict, await Store.Restore(new PlanLife(SamplePlans.Small("new", 3), []), 1, SampleStore.Record));

    private static async Task<List<PlanLife>> Lives(PlanStore store)
    {
        var lives = new List<PlanLife>();
        await foreach (var life in store.ReadLives()) lives.Add(life);
        return lives;
    }
}
