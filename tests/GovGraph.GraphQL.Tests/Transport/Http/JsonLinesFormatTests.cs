using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Http;

public sealed class JsonLinesFormatTests
{
    [Fact]
    public async Task A_subscription_is_a_line_for_each_event()
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.PostAsync("""{"query":"subscription { count }"}""", "application/json, application/jsonl");
        Assert.Equal(200, answer.Status);
        Assert.Equal("application/jsonl; charset=utf-8", answer.ContentType);
        Assert.Equal(
            """
            {"data":{"count":1}}
            {"data":{"count":2}}
            {"data":{"count":3}}

            """,
            answer.Body);
    }

    [Fact]
    public async Task A_query_is_one_line_whatever_breaks_its_json()
    {
        await using var server = await LocalServer.StartAsync(EchoEngine.Create() with { Execute = (_, _) => new(EchoEngine.Data("[1,\r\n2]")) });
        var answer = await server.PostAsync("""{"query":"{a}"}""", "application/jsonl");
        Assert.Equal("{\"data\":[1,2]}\n", answer.Body);
    }

    [Fact]
    public async Task A_server_that_stops_ends_the_lines()
    {
        var events = new EventSource();
        await using var server = await LocalServer.StartAsync(events.Engine);
        using var stream = await server.OpenEventStreamAsync("subscription { count }", "application/jsonl");
        events.Send("1");
        Assert.Equal("""{"data":1}""", await stream.ReadLineAsync(TestContext.Current.CancellationToken));
        await server.StopAsync();
        Assert.Null(await stream.ReadLineAsync(TestContext.Current.CancellationToken));
        await events.UntilEndedAsync();
    }
}
