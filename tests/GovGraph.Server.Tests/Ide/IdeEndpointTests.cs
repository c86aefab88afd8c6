using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Xunit;

namespace GovGraph.Server.Tests.Ide;

public sealed partial class IdeEndpointTests : IAsyncLifetime
{
    private IdeServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await IdeServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_page_is_asked_for_anew_each_time_and_sent_again_only_when_it_has_changed()
    {
        Assert.SkipUnless(IdeServer.HasPage, IdeServer.NotBuilt);

        using var first = await GetAsync("/graphql");
        using var second = await GetAsync("/graphql", ("If-None-Match", first.Headers.ETag!.Tag));

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("text/html; charset=utf-8", first.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
        Assert.Equal("Accept", first.Headers.Vary.Single());
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task The_page_may_run_no_script_but_its_own_and_load_nothing_from_elsewhere()
    {
        using var response = await GetAsync("/graphql");

        Assert.Equal(
            "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; " +
            "font-src 'self' data:; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_file_is_kept_for_a_year_as_its_name_changes_with_its_content()
    {
        var script = await ScriptAsync();

        using var first = await GetAsync(script, ("Accept-Encoding", "gzip"));
        using var second = await GetAsync(script, ("Accept-Encoding", "gzip"), ("If-None-Match", first.Headers.ETag!.Tag));

        Assert.Equal("text/javascript; charset=utf-8", first.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=31536000, immutable", string.Join(", ", first.Headers.GetValues("Cache-Control")));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task A_file_comes_compressed_to_those_who_take_it_so()
    {
        var script = await ScriptAsync();

        using var compressed = await GetAsync(script, ("Accept-Encoding", "deflate, gzip;q=0.5, br"));
        using var plain = await GetAsync(script);
        using var refused = await GetAsync(script, ("Accept-Encoding", "gzip;q=0"));

        Assert.Equal("gzip", compressed.Content.Headers.ContentEncoding.Single());
        Assert.Equal("Accept-Encoding", compressed.Headers.Vary.Single());
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Empty(refused.Content.Headers.ContentEncoding);
        Assert.NotEqual(compressed.Headers.ETag, plain.Headers.ETag);

        await using var unzipped = new GZipStream(await compressed.Content.ReadAsStreamAsync(Cancellation), CompressionMode.Decompress);
        using var content = new MemoryStream();
        await unzipped.CopyToAsync(content, Cancellation);
        Assert.Equal(content.ToArray(), await plain.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task HEAD_gives_what_GET_gives_without_the_content()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, await ScriptAsync());
        using var response = await _server.Http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("/graphql/ide/assets/none.js")]
    [InlineData("/graphql/ide/assets/../index.html")]
    [InlineData("/graphql/ide/assets/%2e%2e/index.html")]
    [InlineData("/graphql/ide/assets/..%2findex.html")]
    [InlineData("/graphql/ide/index.html")]
    [InlineData("/graphql/ide/missing.html")]
    [InlineData("/graphql/ide/")]
    public async Task Nothing_else_is_to_be_had_there(string path)
    {
        using var response = await GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_slash_behind_the_address_is_taken_off_so_that_the_addresses_in_the_page_hold()
    {
        using var response = await GetAsync("/graphql/");

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.Equal("../graphql", response.Headers.Location!.OriginalString);
    }

    private async Task<string> ScriptAsync()
    {
        Assert.SkipUnless(IdeServer.HasPage, IdeServer.NotBuilt);
        var page = await _server.Http.GetStringAsync(new Uri("/graphql", UriKind.Relative), Cancellation);
        return "/" + ScriptAddress().Match(page).Groups[1].Value;
    }

    private async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await _server.Http.SendAsync(request, Cancellation);
    }

    [GeneratedRegex("""src="(graphql/ide/assets/[^"]+\.js)""")]
    private static partial Regex ScriptAddress();
}
