using GovGraph.Api.Subscriptions;
using GovGraph.GraphQL.Execution;
using GovGraph.Storage;
using Xunit;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Api.Tests.Subscriptions;

public sealed class ChangeTailTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_happens_behind_a_place_is_told_in_its_order()
    {
        await using var store = await FollowedStore.Open();
        using var tail = Tail(store);
        await using var follower = new Follower(tail, await tail.NowAsync(Cancellation));

        var versions = await store.Toggle("1.1", 5);

        Assert.Equal(versions, await follower.Take(5));
    }

    [Fact]
    public async Task Many_followers_cost_no_more_reads_than_one()
    {
        await using var store = await FollowedStore.Open();
        using var tail = Tail(store);
        var place = await tail.NowAsync(Cancellation);
        var followers = Enumerable.Range(0, 200).Select(_ => new Follower(tail, place)).ToList();
        await store.Set("1.2", TaskStatus.InProgress);
        await Task.WhenAll(followers.Select(follower => follower.Take(1)));
        var readsBefore = store.Reads;

        for (var i = 0; i < 20; i++)
        {
            var version = await store.Set("1.1", i % 2 == 0 ? TaskStatus.InProgress : TaskStatus.Suspended);
            Assert.All(await Task.WhenAll(followers.Select(follower => follower.Take(1))), told => Assert.Equal([version], told));
        }

        // The clock's rings included.
        Assert.InRange(store.Reads - readsBefore, 20, 60);
        foreach (var follower in followers) await follower.DisposeAsync();
    }

    [Fact]
    public async Task Whoever_is_slow_reads_what_is_not_kept_any_more()
    {
        await using var store = await FollowedStore.Open();
        using var tail = Tail(store);
        var place = await tail.NowAsync(Cancellation);
        await using var slow = new Follower(tail, place);
        await using var quick = new Follower(tail, place);
        var versions = new List<long>();
        for (var i = 0; i < 150; i++)
        {
            // One page each, more than are kept.
            versions.AddRange(await store.Toggle("1.1", 1 + (i % 2)));
            await quick.Take(1 + (i % 2));
        }

        Assert.Equal(versions, await slow.Take(versions.Count));
    }

    [Fact]
    public async Task A_task_is_told_as_it_stood_after_its_change()
    {
        await using var store = await FollowedStore.Open();
        var place = await Tail(store).NowAsync(Cancellation);
        await store.Set("1.1", TaskStatus.InProgress);
        await store.Set("1.1", TaskStatus.Suspended);
        await store.Set("1.2", TaskStatus.InProgress);

        var page = await ChangePage.Read(store, place, Cancellation);

        Assert.Equal([TaskStatus.InProgress, TaskStatus.Suspended, TaskStatus.InProgress], page.Changes.Select(change => change.Task!.Status));
        Assert.Equal([TaskStatus.NotStarted, TaskStatus.InProgress, TaskStatus.NotStarted], page.Changes.Select(change => change.Before!.Status));
    }

    [Fact]
    public async Task A_store_that_is_away_for_a_moment_is_asked_again()
    {
        await using var store = await FollowedStore.Open();
        var faults = new TaskCompletionSource<StoreException>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var tail = new ChangeTail(store, TimeProvider.System, 10, fault => faults.TrySetResult(fault));
        await using var follower = new Follower(tail, await tail.NowAsync(Cancellation));
        await store.Set("1.1", TaskStatus.InProgress);
        await follower.Take(1);
        store.IsAway = true;
        var version = await store.Set("1.1", TaskStatus.Suspended);

        Assert.Equal("The store is away.", (await faults.Task.WaitAsync(Cancellation)).Message);
        store.IsAway = false;

        Assert.Equal([version], await follower.Take(1));
    }

    [Fact]
    public async Task No_more_may_follow_than_are_allowed()
    {
        await using var store = await FollowedStore.Open();
        using var tail = new ChangeTail(store, TimeProvider.System, mostFollowers: 1, _ => { });
        var first = new Follower(tail, default);
        await store.Set("1.1", TaskStatus.InProgress);
        await first.Take(1);
        await using var second = new Follower(tail, default);

        var refusal = await Assert.ThrowsAsync<GraphQLException>(() => second.Take(1));
        Assert.Equal("TOO_MANY_SUBSCRIPTIONS", refusal.Error.Code);

        await first.DisposeAsync();
        await using var third = new Follower(tail, default);
        Assert.Single(await third.Take(1));
    }

    private static ChangeTail Tail(FollowedStore store) => new(store, TimeProvider.System, 1000, fault => throw fault);

    /// <summary>Takes changes when it wants to.</summary>
    private sealed class Follower(ChangeTail tail, ChangePlace place) : IAsyncDisposable
    {
        private readonly IAsyncEnumerator<ChangePage> _pages = tail.FollowAsync(place, Cancellation).GetAsyncEnumerator(Cancellation);
        private readonly Queue<long> _waiting = [];

        /// <summary>The versions of the plan that the next changes made.</summary>
        public async Task<List<long>> Take(int count)
        {
            while (_waiting.Count < count && await _pages.MoveNextAsync())
            {
                foreach (var change in _pages.Current.Changes) _waiting.Enqueue(change.Entry.PlanVersion);
            }

            return [.. Enumerable.Range(0, count).Select(_ => _waiting.Dequeue())];
        }

        public ValueTask DisposeAsync() => _pages.DisposeAsync();
    }
}
