using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Transport.Batching;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport;

public sealed class DismissalTests
{
    private const string Subscription = "subscription { count }";

    [Theory]
    [InlineData("text/event-stream")]
    [InlineData("application/jsonl")]
    [InlineData("*/*")]
    public async Task Whoever_is_dismissed_hears_no_more_however_it_listens(string accept)
    {
        var (dismissed, events) = (new TaskCompletionSource(), new EventSource());
        await using var server = await LocalServer.StartAsync(events.Engine, new TransportOptions { Dismissed = (_, _) => dismissed.Task });
        using var stream = await server.OpenEventStreamAsync(Subscription, accept);
        await events.UntilOpenedAsync();

        dismissed.SetResult();

        await Assert.ThrowsAnyAsync<IOException>(() => stream.ReadToEndAsync(TestContext.Current.CancellationToken));
        await events.UntilEndedAsync();
    }

    [Fact]
    public async Task Whoever_is_dismissed_is_worked_for_no_more_in_the_middle_of_a_batch()
    {
        var (dismissed, started, cancelled) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        var engine = EchoEngine.Create() with
        {
            Execute = async (_, cancellation) =>
            {
                await using var registration = cancellation.Register(() => cancelled.TrySetResult());
                started.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
                throw new InvalidOperationException("The wait ends by cancellation only.");
            },
        };
        var options = new TransportOptions { Dismissed = (_, _) => dismissed.Task, Batching = new BatchingOptions { AllowRequests = true } };
        await using var server = await LocalServer.StartAsync(engine, options);
        var answer = server.PostAsync("""[{"query":"{a}"},{"query":"{b}"}]""");
        await started.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        dismissed.SetResult();

        await Assert.ThrowsAsync<HttpRequestException>(() => answer);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Nobody_waits_for_the_dismissal_of_one_who_is_gone()
    {
        var (forgotten, events) = (new TaskCompletionSource(), new EventSource());
        await using var server = await LocalServer.StartAsync(events.Engine, new TransportOptions { Dismissed = Wait });
        using var stream = await server.OpenEventStreamAsync(Subscription);
        await events.UntilOpenedAsync();

        // The answer is whole, and its connection is kept for the next request.
        events.Complete();
        await stream.ReadToEndAsync(TestContext.Current.CancellationToken);

        await forgotten.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        async Task Wait(Microsoft.AspNetCore.Http.HttpContext context, CancellationToken cancellation)
        {
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            forgotten.SetResult();
            cancellation.ThrowIfCancellationRequested();
        }
    }
}
