using GovGraph.GraphQL.Transport;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Http;

public sealed class EventStreamFormatTests
{
    private const string Subscription = """{"query":"subscription { count }"}""";

    [Theory]
    [InlineData("text/event-stream")]
    [InlineData("application/json, text/event-stream")]
    [InlineData("*/*")]
    public async Task A_subscription_is_a_stream_of_events(string accept)
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.PostAsync(Subscription, accept);
        Assert.Equal(200, answer.Status);
        Assert.Equal("text/event-stream; charset=utf-8", answer.ContentType);
        Assert.Equal("no-cache", answer.Headers["Cache-Control"]);
        Assert.Equal("no", answer.Headers["X-Accel-Buffering"]);
        Assert.Equal(
            """
            event: next
            data: {"data":{"count":1}}

            event: next
            data: {"data":{"count":2}}

            event: next
            data: {"data":{"count":3}}

            event: complete
            data:


            """,
            answer.Body);
    }

    [Fact]
    public async Task A_subscription_may_be_asked_by_get()
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.GetAsync("?query=subscription%7Bcount%7D", "text/event-stream");
        Assert.Equal(200, answer.Status);
        Assert.EndsWith("event: complete\ndata:\n\n", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_is_one_event()
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.PostAsync("""{"query":"{a}"}""", "text/event-stream");
        Assert.Equal("event: next\ndata: {\"data\":{\"query\":\"{a}\"}}\n\nevent: complete\ndata:\n\n", answer.Body);
    }

    [Fact]
    public async Task A_document_that_cannot_be_parsed_is_one_event()
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.PostAsync("""{"query":"{"}""", "text/event-stream");
        Assert.Equal(200, answer.Status);
        Assert.StartsWith("event: next\ndata: {\"errors\":[{\"message\":\"Syntax Error", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_break_within_the_json_does_not_end_the_event()
    {
        await using var server = await LocalServer.StartAsync(EchoEngine.Create() with { Execute = (_, _) => new(EchoEngine.Data("[1,\r\n2]")) });
        var answer = await server.PostAsync("""{"query":"{a}"}""", "text/event-stream");
        Assert.StartsWith("event: next\ndata: {\"data\":[1,\ndata: \ndata: 2]}\n\n", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_accepts_no_stream_is_told_how_to_subscribe()
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.PostAsync(Subscription, "application/json");
        Assert.Equal(406, answer.Status);
        Assert.Equal(
            """{"errors":[{"message":"A subscription is answered as `text/event-stream`, or over a WebSocket.","extensions":{"code":"HC0063"}}]}""",
            answer.Body);
    }

    [Fact]
    public async Task A_request_that_is_not_taken_is_answered_in_json()
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.PostAsync("{}", "text/event-stream");
        Assert.Equal(400, answer.Status);
        Assert.Equal("application/json; charset=utf-8", answer.ContentType);
    }

    [Fact]
    public async Task Each_event_is_sent_when_it_comes_and_a_quiet_stream_shows_that_it_lives()
    {
        var time = new ManualTime();
        var events = new EventSource();
        await using var server = await LocalServer.StartAsync(events.Engine, new TransportOptions { TimeProvider = time });
        using var stream = await server.OpenEventStreamAsync("subscription { count }");

        events.Send("1");
        Assert.Equal(["event: next", "data: {\"data\":1}", ""], await ReadLinesAsync(stream, 3));

        await time.UntilTimerWithinAsync(TimeSpan.FromSeconds(12));
        time.Advance(TimeSpan.FromSeconds(12));
        Assert.Equal([":", ""], await ReadLinesAsync(stream, 2));

        events.Send("2");
        events.Complete();
        Assert.Equal(["event: next", "data: {\"data\":2}", "", "event: complete", "data:", ""], await ReadLinesAsync(stream, 6));
    }

    [Fact]
    public async Task A_caller_that_leaves_ends_the_subscription()
    {
        var events = new EventSource();
        await using var server = await LocalServer.StartAsync(events.Engine);
        using (await server.OpenEventStreamAsync("subscription { count }")) await events.UntilOpenedAsync();
        await events.UntilEndedAsync();
    }

    [Fact]
    public async Task A_server_that_stops_cuts_the_stream_without_saying_that_it_is_complete()
    {
        var events = new EventSource();
        await using var server = await LocalServer.StartAsync(events.Engine);
        using var stream = await server.OpenEventStreamAsync("subscription { count }");
        events.Send("1");
        await ReadLinesAsync(stream, 3);
        await server.StopAsync();
        Assert.Equal("", await stream.ReadToEndAsync(TestContext.Current.CancellationToken));
        await events.UntilEndedAsync();
    }

    private static async Task<string[]> ReadLinesAsync(StreamReader stream, int count)
    {
        var lines = new string[count];
        for (var index = 0; index < count; index++)
        {
            lines[index] = await stream.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new EndOfStreamException($"After {index} lines.");
        }

        return lines;
    }
}
