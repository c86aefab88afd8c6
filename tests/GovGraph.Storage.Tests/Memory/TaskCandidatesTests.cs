using System.Collections.Immutable;
using GovGraph.Plans.Tasks;
using GovGraph.Storage.Fields;
using GovGraph.Storage.Files;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Memory;
using GovGraph.Storage.Tests.Contract;
using GovGraph.Storage.Tests.Disks;
using GovGraph.Storage.Tests.Files;
using Xunit;

namespace GovGraph.Storage.Tests.Memory;

public sealed class TaskCandidatesTests
{
    [Fact]
    public async Task Deadlines_that_were_extended_are_found_by_their_new_days_without_a_look_at_all_tasks()
    {
        await using var store = FileStore.Open(Scenario.Options, new FaultyDisk());
        await SampleStore.Fill(store);
        var plans = PlanSet.Of((await store.FindPlans(new())).Items);
        ImmutableArray<PlanTask> tasks = [.. plans.Plans.SelectMany(plan => plan.Tasks)];
        var extended = tasks.Where(task => task.ExtendedTo is not null).ToList();
        Assert.NotEmpty(extended);

        foreach (var day in extended.SelectMany(task => (DateOnly[])[task.ExtendedTo!.Value, task.Deadline.FirstDueDate!.Value]).Distinct())
        {
            foreach (var inner in (Filter[])
            [
                Filter.Eq("dueDate", day), Within("dueDate", FilterOperator.Gte, FilterOperator.Lte), Within("firstDueDate", FilterOperator.Gt, FilterOperator.Lt),
                Filter.Some("steps", Within("due", FilterOperator.Gte, FilterOperator.Lt)), Filter.And(Filter.Eq("firstDueDate", day), Filter.Eq("isExclusive", false)),
            ])
            {
                var filter = Filter.Object(TaskFields.CurrentDeadline, inner);
                var (found, rest) = new TaskCandidates(plans).Find(filter);

                Assert.InRange(found.Count, 0, tasks.Length / 2);
                Assert.Equal(tasks.Where(filter.Compile(FieldMaps.Tasks)).Select(task => task.Id), found.Where(rest?.Compile(FieldMaps.Tasks) ?? (_ => true)).Select(task => task.Id));
            }

            Filter Within(string field, FilterOperator from, FilterOperator to) =>
                Filter.And(new Comparison(field, from, day.AddDays(-1)), new Comparison(field, to, day.AddDays(1)));
        }
    }
}
