using GovGraph.Storage.MongoDb.Native;
using Xunit;

namespace GovGraph.Storage.MongoDb.Tests.Native;

public class CallThreadsTests
{
    [Fact]
    public async Task Calls_run_on_threads_of_their_own()
    {
        using var threads = new CallThreads(2, 10);
        var call = new Call<string?>(_ => Thread.CurrentThread.IsThreadPoolThread ? "pool" : Thread.CurrentThread.Name);
        Assert.True(threads.TryEnqueue(call));
        Assert.StartsWith("mongodb-", await call.Task, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_call_throws_its_caller_gets()
    {
        using var threads = new CallThreads(1, 10);
        var call = new Call<int>(_ => throw new FormatException("bad"));
        threads.TryEnqueue(call);
        Assert.Equal("bad", (await Assert.ThrowsAsync<FormatException>(() => call.Task)).Message);
    }

    [Fact]
    public async Task A_call_that_was_taken_back_is_not_made()
    {
        using var started = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        using var threads = new CallThreads(1, 10);
        var first = new Call<int>(_ =>
        {
            started.Set();
            go.Wait(TestContext.Current.CancellationToken);
            return 1;
        });
        var second = new Call<int>(_ => throw new InvalidOperationException("made all the same"));
        var third = new Call<int>(_ => 3);
        foreach (Call call in (Call[])[first, second, third])
            threads.TryEnqueue(call);
        started.Wait(TestContext.Current.CancellationToken);
        Assert.False(first.TryAbandon());
        Assert.True(second.TryAbandon());
        go.Set();
        Assert.Equal(1, await first.Task);
        Assert.Equal(3, await third.Task);
        Assert.False(second.Task.IsCompleted);
    }

    [Fact]
    public void A_full_queue_refuses()
    {
        using var go = new ManualResetEventSlim();
        using var threads = new CallThreads(0, 1);
        Assert.True(threads.TryEnqueue(new Call<int>(_ => 1)));
        Assert.False(threads.TryEnqueue(new Call<int>(_ => 2)));
    }

    [Fact]
    public void After_the_end_nothing_is_taken()
    {
        var threads = new CallThreads(1, 1);
        threads.Dispose();
        Assert.Throws<ObjectDisposedException>(() => threads.TryEnqueue(new Call<int>(_ => 1)));
    }
}
