using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Transport.Batching;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Clients;

/// <summary>npm's Apollo Client, with the links that its users put together.</summary>
public sealed class ApolloClientTests(NodeClients node)
{
    [Fact]
    public async Task Every_link_finds_what_it_expects()
    {
        var options = new TransportOptions { Batching = new BatchingOptions { AllowRequests = true } };
        await using var server = await LocalServer.StartAsync(CountingSchema.Engine(), options);
        Assert.Equal(
            """
            {"query":{"double":4},"mutation":{"double":6},"error":"Cannot query field \"nothing\" on type \"Query\".","variable":"HC0016",
            "persisted":[{"double":8},{"double":10}],"asked":["GET hash","POST text","GET hash"],
            "batch":[{"double":12},{"double":14}],"subscription":[1,2,3]}
            """.ReplaceLineEndings(""),
            await node.RunAsync("apollo.mjs", server.Endpoint.ToString()));
    }
}
