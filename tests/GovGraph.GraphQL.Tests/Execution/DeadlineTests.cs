using GovGraph.GraphQL.Execution;
using Xunit;

namespace GovGraph.GraphQL.Tests.Execution;

public sealed class DeadlineTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void It_passes_with_the_time()
    {
        using var deadline = new Deadline(TimeSpan.FromSeconds(30), _time, CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(deadline.Token.IsCancellationRequested);

        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.True(deadline.Token.IsCancellationRequested);
    }

    [Fact]
    public void It_passes_when_the_caller_leaves()
    {
        using var caller = new CancellationTokenSource();
        using var deadline = new Deadline(TimeSpan.FromSeconds(30), _time, caller.Token);

        caller.Cancel();

        Assert.True(deadline.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_caller_may_leave_at_the_moment_at_which_all_is_done()
    {
        var deadline = new Deadline(TimeSpan.FromSeconds(30), _time, CancellationToken.None);
        deadline.Dispose();

        deadline.Pass();

        Assert.False(deadline.Token.IsCancellationRequested);
    }
}
