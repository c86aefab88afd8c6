using GovGraph.GraphQL.Transport;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport;

public sealed class ExecutionGateTests
{
    [Fact]
    public async Task Those_who_wait_come_in_as_others_leave_and_the_rest_is_turned_away()
    {
        using var gate = new ExecutionGate(maxConcurrent: 1, maxWaiting: 1);
        Assert.True(await gate.TryEnterAsync(CancellationToken.None));
        var second = gate.TryEnterAsync(CancellationToken.None).AsTask();
        Assert.False(second.IsCompleted);
        Assert.False(await gate.TryEnterAsync(CancellationToken.None));
        gate.Leave();
        Assert.True(await second);
        var third = gate.TryEnterAsync(CancellationToken.None).AsTask();
        Assert.False(third.IsCompleted);
        gate.Leave();
        Assert.True(await third);
    }

    [Fact]
    public async Task Who_leaves_while_waiting_frees_the_place()
    {
        using var gate = new ExecutionGate(maxConcurrent: 1, maxWaiting: 1);
        await gate.TryEnterAsync(CancellationToken.None);
        using var leave = new CancellationTokenSource();
        var second = gate.TryEnterAsync(leave.Token).AsTask();
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        var third = gate.TryEnterAsync(CancellationToken.None).AsTask();
        Assert.False(third.IsCompleted);
        gate.Leave();
        Assert.True(await third);
    }
}
