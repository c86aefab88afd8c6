using GovGraph.GraphQL.Transport.WebSockets;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Clients;

/// <summary>npm's graphql-ws, many operations on one socket.</summary>
public sealed class GraphQLWsTests(NodeClients node)
{
    [Fact]
    public async Task The_client_shares_a_socket_comes_back_and_hears_the_goodbye()
    {
        var stopAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await LocalServer.StartAsync(CountingSchema.Engine(stopAsked.SetResult));
        var printed = node.RunAsync("socket.mjs", new UriBuilder(server.Endpoint) { Scheme = "ws" }.ToString());
        await Task.WhenAny(stopAsked.Task, printed);
        await server.StopAsync();
        Assert.Equal(
            """{"operations":60,"wrong":[],"refused":"Cannot query field \"nothing\" on type \"Query\".","sockets":1,"reconnected":2,"closed":"1001 Server is stopping"}""",
            await printed);
    }
}
