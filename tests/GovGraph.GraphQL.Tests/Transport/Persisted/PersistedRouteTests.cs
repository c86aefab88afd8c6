using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Persisted;

public sealed class PersistedRouteTests
{
    [Fact]
    public async Task A_trusted_query_has_an_address_whose_answer_can_be_kept()
    {
        using var folder = TrustedDocumentsTests.Folder();
        await using var server = await TrustedDocumentsTests.StartAsync(folder);
        var answer = await server.GetAsync("/persisted/double?variables=%7B%22n%22:2%7D");
        Assert.Equal(200, answer.Status);
        Assert.Equal("""{"data":{"double":4}}""", answer.Body);
        Assert.Equal("no-cache", answer.Headers["Cache-Control"]);
        Assert.Equal("Accept", answer.Headers["Vary"]);
        Assert.Matches("^\"[0-9a-f]{32}\"$", answer.Headers["ETag"]);

        var again = await server.SendAsync(
            HttpMethod.Get, "graphql/persisted/double?variables=%7B%22n%22:2%7D", headers: ("If-None-Match", answer.Headers["ETag"]));
        Assert.Equal(304, again.Status);
        Assert.Equal(answer.Headers["ETag"], again.Headers["ETag"]);
        Assert.Empty(again.Body);

        var other = await server.SendAsync(
            HttpMethod.Get, "graphql/persisted/double?variables=%7B%22n%22:3%7D", headers: ("If-None-Match", answer.Headers["ETag"]));
        Assert.Equal("""{"data":{"double":6}}""", other.Body);
    }

    [Fact]
    public async Task An_operation_may_be_named()
    {
        using var folder = TrustedDocumentsTests.Folder();
        await using var server = await TrustedDocumentsTests.StartAsync(folder);
        Assert.Equal("""{"data":{"double":4}}""", (await server.GetAsync("/persisted/both/B")).Body);
        var unknown = await server.GetAsync("/persisted/both/C", "application/graphql-response+json");
        Assert.Equal(400, unknown.Status);
        Assert.Contains("Unknown operation named \\\"C\\\".", unknown.Body, StringComparison.Ordinal);
        Assert.False(unknown.Headers.ContainsKey("ETag"));
    }

    [Fact]
    public async Task A_mutation_is_not_executed()
    {
        using var folder = TrustedDocumentsTests.Folder();
        await using var server = await TrustedDocumentsTests.StartAsync(folder);
        var answer = await server.GetAsync("/persisted/change");
        Assert.Equal(405, answer.Status);
        Assert.Equal("POST", answer.Headers["Allow"]);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("..%2Fdouble")]
    public async Task An_unknown_id_is_404(string id)
    {
        using var folder = TrustedDocumentsTests.Folder();
        await using var server = await TrustedDocumentsTests.StartAsync(folder);
        var answer = await server.GetAsync("/persisted/" + id);
        Assert.Equal(404, answer.Status);
        Assert.Equal("""{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"HC0020"}}]}""", answer.Body);
    }

    [Fact]
    public async Task Only_a_get_is_answered()
    {
        using var folder = TrustedDocumentsTests.Folder();
        await using var server = await TrustedDocumentsTests.StartAsync(folder);
        var answer = await server.SendAsync(HttpMethod.Post, "graphql/persisted/double");
        Assert.Equal(405, answer.Status);
        Assert.Equal("GET, HEAD", answer.Headers["Allow"]);
    }

    [Fact]
    public async Task Without_trusted_documents_there_is_no_such_address()
    {
        await using var server = await LocalServer.StartAsync();
        Assert.Equal(404, (await server.GetAsync("/persisted/double")).Status);
    }
}
