using GovGraph.Storage.Files;
using GovGraph.Storage.Memory;
using GovGraph.Storage.Tests.Contract;
using GovGraph.Storage.Tests.Disks;
using GovGraph.Storage.Tests.Files;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Storage.Tests.Memory;

public sealed class TaskStandingsTests
{
    [Fact]
    public async Task They_say_what_the_tasks_themselves_say_on_any_day()
    {
        await using var store = FileStore.Open(Scenario.Options, new FaultyDisk());
        await SampleStore.Fill(store);
        var plans = (await store.FindPlans(new())).Items;
        Assert.Contains(plans.SelectMany(plan => plan.Tasks), task => task.ExtendedTo is not null);
        Assert.Contains(plans.SelectMany(plan => plan.Tasks), task => task.Deadline.Steps.Length > 2);

        foreach (var plan in plans)
        {
            var standings = TaskStandings.Of(plan);
            for (var asOf = new DateOnly(2023, 12, 1); asOf.Year < 2025; asOf = asOf.AddDays(3))
            {
                foreach (var task in plan.Tasks)
                {
                    var due = task.IsOpen ? task.CurrentDeadline.NextDue(asOf)?.DayNumber : null;
                    Assert.Equal(
                        (task.Status, task.DeadlineState(asOf), due ?? int.MaxValue),
                        (standings.Status(task.Ordinal), standings.State(task.Ordinal, asOf), standings.NextDue(task.Ordinal, asOf)));
                }
            }
        }
    }

    [Fact]
    public void A_change_leaves_those_of_other_plans_as_they_are()
    {
        var (one, two) = (SamplePlans.Small("one", 2), SamplePlans.Small("two", 2));
        var plans = PlanSet.Of([one, two]);
        var before = plans.StandingsOf(two);
        Assert.Equal(TaskStatus.NotStarted, plans.StandingsOf(one).Status(1));

        var changed = one.With(one.Tasks[1].ChangeStatus(TaskStatus.InProgress, null, new DateOnly(2024, 3, 15)).Value!);
        var after = plans.Replace(changed);

        Assert.Same(before, after.StandingsOf(two));
        Assert.Equal(TaskStatus.InProgress, after.StandingsOf(changed).Status(1));
    }
}
