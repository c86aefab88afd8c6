using GovGraph.Plans.Tasks;
using GovGraph.Storage.MongoDb.Commands;
using GovGraph.Storage.MongoDb.Native;
using GovGraph.Storage.Ordering;
using GovGraph.Storage.Paging;
using GovGraph.Storage.Tests.Contract;
using Xunit;

namespace GovGraph.Storage.MongoDb.Tests.Paging;

/// <summary>The store itself takes no plan away, but somebody may do so in the database.</summary>
public sealed class PagingTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData(null, true)]
    [InlineData("deadline.dueDate", false)]
    [InlineData("deadline.dueDate", true)]
    public async Task Walking_on_is_not_disturbed_by_plans_that_come_and_go_meanwhile(string? path, bool isBackward)
    {
        var settings = new MongoSettings { ConnectionString = await TestServer.NewDatabase() };
        await using var store = await MongoStore.Open(settings, TimeProvider.System);
        using var connection = MongoConnection.Open(settings, TimeProvider.System);
        string[] bodies = ["b", "d", "f", "h", "j", "l"];
        foreach (var body in bodies)
            await store.Insert(SamplePlans.Small(body, 4), SampleStore.Record);
        var query = new Query<PlanTask> { Order = path is null ? [] : [new OrderTerm(path)] };
        var all = (await store.FindTasks(query with { Page = PageRequest.All })).Items.Select(task => task.Id).ToList();
        if (isBackward)
            all.Reverse();

        var (walked, gone) = (new List<string>(), new List<string>());
        string? cursor = null;
        for (var round = 0; ; round++)
        {
            var page = await store.FindTasks(query with { Page = isBackward ? new() { Last = 3, Before = cursor } : new() { First = 3, After = cursor } });
            var items = page.Items.Select(task => task.Id);
            walked.AddRange(isBackward ? items.Reverse() : items);
            cursor = isBackward ? page.StartCursor : page.EndCursor;
            if (isBackward ? !page.HasPreviousPage : !page.HasNextPage)
                break;
            // The plan of the cursor itself goes, or another one; one comes.
            var plan = (round % 2 == 0 ? walked[^1] : all[^1]).Split('/')[0];
            await connection.Run(new Delete(Collections.Plans, filter => filter.String("_id"u8, plan)), TestContext.Current.CancellationToken);
            gone.Add(plan);
            await store.Insert(SamplePlans.Small($"c{round}", 1), SampleStore.Record);
        }

        Assert.Equal(walked.Distinct(), walked);
        // Whatever was there all the time is met, in its order.
        var stayed = all.Where(id => !gone.Contains(id.Split('/')[0])).ToList();
        Assert.Equal(stayed, walked.Where(stayed.Contains));
        Assert.NotEmpty(stayed);
    }
}
