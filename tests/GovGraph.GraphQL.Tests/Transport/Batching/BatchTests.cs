using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Transport.Batching;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Batching;

public sealed class BatchTests
{
    private static readonly TransportOptions s_allowed = new()
    {
        Batching = new BatchingOptions { AllowRequests = true, AllowVariables = true, MaxSize = 3 },
    };

    [Fact]
    public async Task Batches_are_off_unless_turned_on()
    {
        await using var server = await LocalServer.StartAsync();
        await AssertRefusedAsync(server, """[{"query":"{a}"}]""", "the body must be an object, but it is an array, and batches of requests are turned off.");
        await AssertRefusedAsync(server, """{"query":"{a}","variables":[{}]}""", "`variables` must be an object, but it is an array.");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task An_array_of_requests_is_answered_by_an_array_in_the_same_order(string accept)
    {
        await using var server = await LocalServer.StartAsync(options: s_allowed);
        var answer = await server.PostAsync("""[{"query":"{a}"},{"query":"{"},{"id":null}]""", accept);
        Assert.Equal(200, answer.Status);
        Assert.Equal(accept + "; charset=utf-8", answer.ContentType);
        Assert.Equal(
            """[{"data":{"query":"{a}"}},""" +
            """{"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":2}],"extensions":{"code":"HC0014"}}]},""" +
            """{"errors":[{"message":"The request has no `query`: send the text of a GraphQL document in it.","extensions":{"code":"HC0013"}}]}]""",
            answer.Body);
    }

    [Fact]
    public async Task A_batch_of_one_is_answered_by_an_array_of_one()
    {
        await using var server = await LocalServer.StartAsync(options: s_allowed);
        Assert.Equal("""[{"data":{"query":"{a}"}}]""", (await server.PostAsync("""[{"query":"{a}"}]""")).Body);
    }

    [Fact]
    public async Task An_operation_is_executed_with_each_set_of_variables()
    {
        await using var server = await LocalServer.StartAsync(options: s_allowed);
        var answer = await server.PostAsync("""{"query":"{a}","operationName":"A","variables":[{"v":1},{"v":2}]}""");
        Assert.Equal(
            """[{"data":{"query":"{a}","operationName":"A","variables":{"v":1}}},{"data":{"query":"{a}","operationName":"A","variables":{"v":2}}}]""",
            answer.Body);
    }

    [Fact]
    public async Task Lines_say_where_in_the_batch_they_belong()
    {
        await using var server = await LocalServer.StartAsync(options: s_allowed);
        var answer = await server.PostAsync("""[{"query":"{a}"},{"query":"{b}","variables":[{"v":1},{"v":2}]}]""", "application/jsonl");
        Assert.Equal(
            """
            {"requestIndex":0,"data":{"query":"{a}"}}
            {"requestIndex":1,"variableIndex":0,"data":{"query":"{b}","variables":{"v":1}}}
            {"requestIndex":1,"variableIndex":1,"data":{"query":"{b}","variables":{"v":2}}}

            """,
            answer.Body);
    }

    [Fact]
    public async Task Events_say_where_in_the_batch_they_belong()
    {
        await using var server = await LocalServer.StartAsync(options: s_allowed);
        var answer = await server.PostAsync("""{"query":"{a}","variables":[{}]}""", "text/event-stream");
        Assert.Equal(
            "event: next\ndata: {\"variableIndex\":0,\"data\":{\"query\":\"{a}\",\"variables\":{}}}\n\nevent: complete\ndata:\n\n", answer.Body);
    }

    [Fact]
    public async Task A_mutation_sees_what_the_one_before_it_changed()
    {
        var executed = new List<string>();
        var engine = EchoEngine.Create() with
        {
            Execute = async (request, _) =>
            {
                await Task.Yield();
                executed.Add(request.Query);
                return EchoEngine.Execute(request);
            },
        };
        await using var server = await LocalServer.StartAsync(engine, s_allowed);
        await server.PostAsync("""[{"query":"mutation{a}"},{"query":"{b}"},{"query":"mutation{c}"}]""");
        Assert.Equal(["mutation{a}", "{b}", "mutation{c}"], executed);
    }

    [Fact]
    public async Task A_subscription_has_no_place_in_a_batch()
    {
        await using var server = await LocalServer.StartAsync(CountingSchema.Engine(), s_allowed);
        var answer = await server.PostAsync("""[{"query":"subscription { count(to: 1) }"},{"query":"{ double(number: 1) }"}]""");
        Assert.Equal(
            """[{"errors":[{"message":"A subscription needs a transport that can carry a stream of responses."}]},{"data":{"double":2}}]""",
            answer.Body);
    }

    [Theory]
    [InlineData("[]", "The GraphQL batch request has no elements.")]
    [InlineData("[1]", "an item of the batch must be an object, but it is a number.")]
    [InlineData("""[{"query":1}]""", "`query` must be a string, but it is a number.")]
    [InlineData("[{},{},{},{}]", "The batch size exceeds the maximum allowed batch size of 3.")]
    [InlineData("""{"query":"{a}","variables":[]}""", "`variables` has no elements.")]
    [InlineData("""{"query":"{a}","variables":[{},1]}""", "each item of `variables` must be an object.")]
    [InlineData("""{"query":"{a}","variables":[{},{},{},{}]}""", "The batch size exceeds the maximum allowed batch size of 3.")]
    [InlineData("""[{"variables":[{},{}]},{"variables":[{},{}]}]""", "The batch size exceeds the maximum allowed batch size of 3.")]
    public async Task What_is_no_batch_is_refused_whole(string json, string reason)
    {
        await using var server = await LocalServer.StartAsync(options: s_allowed);
        await AssertRefusedAsync(server, json, reason);
    }

    private static async Task AssertRefusedAsync(LocalServer server, string json, string reason)
    {
        var answer = await server.PostAsync(json);
        Assert.Equal(400, answer.Status);
        Assert.Equal($$$"""{"errors":[{"message":"Invalid GraphQL request: {{{reason}}}","extensions":{"code":"HC0009"}}]}""", answer.Body);
    }
}
