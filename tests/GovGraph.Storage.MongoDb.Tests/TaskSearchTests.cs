using GovGraph.Plans.Tasks;
using GovGraph.Storage.Filters;
using GovGraph.Storage.Ordering;
using GovGraph.Storage.Tests.Contract;
using Xunit;

namespace GovGraph.Storage.MongoDb.Tests;

/// <summary>How much a server has to look at; the double uses indexes for equality alone, so on a server it is less.</summary>
public sealed class TaskSearchTests
{
    private static readonly Query<PlanTask> ByUnitAndDueDate = new()
    {
        Filter = Filter.And(
            Filter.Some("assignments", Filter.Object("unit", Filter.Eq("id", "new/ubnd-xa"))),
            Filter.Object("deadline", FilterOperators.Compare("dueDate", "lte", new DateOnly(2024, 12, 31))!)),
        Order = [new OrderTerm("deadline.dueDate")],
        Page = new() { First = 2 },
    };

    [Fact]
    public async Task By_unit_and_due_date_it_does_not_grow_with_the_plans_that_do_not_match()
    {
        await using var server = await MongoDouble.Start();
        await using var store = await MongoStore.Open(new MongoSettings { ConnectionString = server.Uri() }, TimeProvider.System);
        using var connection = server.Connect();
        await store.Insert(SamplePlans.Small("new", 12), SampleStore.Record);
        var (alone, expected) = await Search();
        foreach (var number in Enumerable.Range(1, 30))
            await store.Insert(SamplePlans.Small($"other{number}", 12), SampleStore.Record);

        var (among, found) = await Search();

        Assert.NotEmpty(found);
        Assert.Equal(expected, found);
        // The rows of one plan; the plan itself was read before.
        Assert.Equal((1, 1), (alone, among));

        async Task<(long Scanned, string[] Found)> Search()
        {
            await store.FindTasks(ByUnitAndDueDate);
            var before = await connection.Run(new ScannedObjects(), CancellationToken.None);
            var page = await store.FindTasks(ByUnitAndDueDate);
            return (await connection.Run(new ScannedObjects(), CancellationToken.None) - before, [.. page.Items.Select(task => task.Id)]);
        }
    }
}
