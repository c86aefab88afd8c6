using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Clients;

/// <summary>The audits of npm's graphql-http, which Hot Chocolate's and the other servers' published scores come from.</summary>
public sealed class GraphQLHttpAuditTests(NodeClients node)
{
    [Fact]
    public async Task Every_audit_passes_without_a_warning()
    {
        await using var server = await LocalServer.StartAsync(CountingSchema.Engine());
        Assert.Equal("""{"audits":61,"notOk":[]}""", await node.RunAsync("audits.mjs", server.Endpoint.ToString()));
    }
}
