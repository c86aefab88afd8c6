using GovGraph.GraphQL.Transport;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Http;

public sealed class SdlDownloadTests
{
    [Fact]
    public async Task The_schema_is_a_file_to_download()
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.GetAsync("?sdl");
        Assert.Equal(200, answer.Status);
        Assert.Equal("application/graphql; charset=utf-8", answer.ContentType);
        Assert.Equal("attachment; filename=\"schema.graphql\"", answer.Headers["Content-Disposition"]);
        Assert.Equal("public, must-revalidate, max-age=3600", answer.Headers["Cache-Control"]);
        Assert.Matches("^\"[0-9a-f]{32}\"$", answer.Headers["ETag"]);
        Assert.True(answer.Headers.ContainsKey("Last-Modified"));
        Assert.Equal("type Query {\n  name: String\n}\n", answer.Body);
    }

    [Fact]
    public async Task Who_holds_it_already_is_told_so()
    {
        await using var server = await LocalServer.StartAsync();
        var etag = (await server.GetAsync("?sdl")).Headers["ETag"];
        var answer = await server.SendAsync(HttpMethod.Get, "graphql?sdl", headers: ("If-None-Match", $"\"other\", W/{etag}"));
        Assert.Equal(304, answer.Status);
        Assert.Empty(answer.Body);
    }

    [Fact]
    public async Task It_can_be_turned_off()
    {
        await using var server = await LocalServer.StartAsync(options: new TransportOptions { ServesSdl = false });
        Assert.Equal(400, (await server.GetAsync("?sdl")).Status);
    }
}
