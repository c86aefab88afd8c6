using GovGraph.Storage.Tests.Contract;
using Xunit;

namespace GovGraph.Storage.Tests;

public sealed class WatchersTests
{
    private static readonly StoreChange Change = new(1, SampleStore.Record, SamplePlans.All[0]);

    [Fact]
    public async Task Who_falls_far_behind_is_cut_off_and_the_others_go_on()
    {
        var watchers = new Watchers();
        var slow = watchers.Watch(TestContext.Current.CancellationToken);
        watchers.Tell([.. Enumerable.Repeat(Change, 4096)]);
        var quick = watchers.Watch(TestContext.Current.CancellationToken).GetAsyncEnumerator();
        watchers.Tell([Change]);

        Assert.True(await quick.MoveNextAsync());
        var seen = 0;
        var cutOff = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            await foreach (var _ in slow)
            {
                seen++;
            }
        });
        Assert.Equal(4096, seen);
        Assert.Equal(
            "This watcher is more than 4096 changes behind and was cut off. Read anew what it shows, then watch again.",
            cutOff.Message);
    }

    [Fact]
    public async Task Watching_ends_with_the_store()
    {
        var watchers = new Watchers();
        var before = watchers.Watch(TestContext.Current.CancellationToken).GetAsyncEnumerator();
        watchers.Close();

        Assert.False(await before.MoveNextAsync());
        Assert.False(await watchers.Watch(TestContext.Current.CancellationToken).GetAsyncEnumerator().MoveNextAsync());
    }

    [Fact]
    public async Task Who_stops_watching_is_not_told_any_more()
    {
        var watchers = new Watchers();
        using var stop = new CancellationTokenSource();
        var watch = watchers.Watch(stop.Token).GetAsyncEnumerator();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await watch.MoveNextAsync());
        watchers.Tell([Change]);
    }
}
