using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>The program tells of its requests under the names of docs/operations.md.</summary>
public sealed class DiagnosticsTests
{
    private const string Source = "GovGraph.GraphQL";

    [Fact]
    public async Task A_fault_has_the_same_id_in_the_answer_the_log_and_the_span()
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Source,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await InProcessServer.Start(new ThrowingStore());

        var answer = await Asked.Of(server.Client, "query Look { planById(id: \"x\") { id } }");

        var id = answer.Error.GetProperty("extensions").GetProperty("errorId").GetString()!;
        Assert.Contains(id, Assert.Single(server.Log), StringComparison.Ordinal);
        var span = spans.Single(span => span.Events.Any(error => error.Tags.Contains(new("graphql.error.id", id))));
        Assert.Equal(("query", "Look", "/planById"), (span.DisplayName, span.GetTagItem("graphql.operation.name"), span.Events.Single().Tags.Single(tag => tag.Key == "graphql.error.path").Value));
        Assert.Equal("GraphQL HTTP POST", span.Parent?.DisplayName);
        Assert.DoesNotContain(ThrowingStore.Secret, JsonSerializer.Serialize(span.Events.SelectMany(error => error.Tags).Concat(span.TagObjects)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Operations_are_measured()
    {
        var measured = new ConcurrentQueue<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, measurements) =>
        {
            if (instrument.Meter.Name == Source && instrument.Name == "graphql.request.duration") measurements.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) => measured.Enqueue(string.Join(' ', tags.ToArray().Select(tag => tag.Value))));
        listener.Start();
        await using var server = await InProcessServer.Start(new ThrowingStore());

        await Asked.Of(server.Client, "mutation { updateTaskStatus(input: { taskId: \"x\", status: IN_PROGRESS }) { task { id } } }");

        Assert.Contains("mutation errors", measured);
    }
}
