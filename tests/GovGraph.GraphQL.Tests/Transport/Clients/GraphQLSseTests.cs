using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Clients;

/// <summary>npm's graphql-sse, distinct connections.</summary>
public sealed class GraphQLSseTests(NodeClients node)
{
    [Fact]
    public async Task The_client_reads_subscriptions_queries_mutations_and_errors()
    {
        await using var server = await LocalServer.StartAsync();
        var printed = await node.RunAsync("event-stream.mjs", server.Endpoint.ToString(), "subscription { count }", "{ a }", "mutation { a }", "{");
        Assert.Equal(
            """[{"got":[{"data":{"count":1}},{"data":{"count":2}},{"data":{"count":3}}],"complete":true},""" +
            """{"got":[{"data":{"query":"{ a }"}}],"complete":true},""" +
            """{"got":[{"data":{"query":"mutation { a }"}}],"complete":true},""" +
            """{"got":[{"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":2}],"extensions":{"code":"HC0014"}}]}],"complete":true}]""",
            printed);
    }
}
