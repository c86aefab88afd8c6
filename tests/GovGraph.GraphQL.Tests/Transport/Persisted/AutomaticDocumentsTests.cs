using System.Security.Cryptography;
using System.Text;
using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Transport.Persisted;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Persisted;

public sealed class AutomaticDocumentsTests
{
    private const string NotFound = """{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"HC0020"}}]}""";

    [Fact]
    public async Task A_document_is_kept_when_it_comes_with_its_hash_and_then_known_by_it()
    {
        await using var server = await LocalServer.StartAsync();
        var hash = Hash("{a} # tên");
        var first = await server.PostAsync(Named(hash));
        Assert.Equal(400, first.Status);
        Assert.Equal(NotFound, first.Body);

        Assert.Equal(
            $$$$"""{"data":{"query":"{a} # tên","extensions":{{{{Extensions(hash)}}}}},"extensions":{"persistedQuery":{"sha256Hash":"{{{{hash}}}}","persisted":true}}}""",
            (await server.PostAsync(Sent("{a} # tên", hash))).Body);

        var answer = $$$"""{"data":{"query":"{a} # tên","extensions":{{{Extensions(hash)}}}}}""";
        Assert.Equal(answer, (await server.PostAsync(Named(hash))).Body);
        Assert.Equal(answer, (await server.GetAsync("?extensions=" + Uri.EscapeDataString(Extensions(hash)))).Body);
        Assert.Contains(hash.ToUpperInvariant(), (await server.PostAsync(Named(hash.ToUpperInvariant()))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_with_another_hash_is_executed_but_not_kept()
    {
        await using var server = await LocalServer.StartAsync(CountingSchema.Engine());
        const string query = "{ double(number: 1) }";
        var wrong = new string('0', 64);
        Assert.Equal(
            $$$$"""{"data":{"double":2},"extensions":{"persistedQuery":{"sha256Hash":"{{{{wrong}}}}","persisted":false,"expectedHashValue":"{{{{Hash(query)}}}}","expectedHashType":"sha256Hash","expectedHashFormat":"HEX"}}}""",
            (await server.PostAsync(Sent(query, wrong))).Body);
        Assert.Equal(NotFound, (await server.PostAsync(Named(wrong))).Body);
        Assert.Equal(NotFound, (await server.PostAsync(Named(Hash(query)))).Body);
    }

    [Fact]
    public async Task A_document_that_is_not_valid_or_too_long_is_not_kept()
    {
        await using var server = await LocalServer.StartAsync(options: With(new PersistedOptions { MaxAutomaticLength = 10 }));
        await server.PostAsync(Sent("{", Hash("{")));
        Assert.Equal(NotFound, (await server.PostAsync(Named(Hash("{")))).Body);

        var answer = await server.PostAsync(Sent("{ a2345678 }", Hash("{ a2345678 }")));
        Assert.EndsWith("\"persisted\":false}}}", answer.Body, StringComparison.Ordinal);
        Assert.Equal(NotFound, (await server.PostAsync(Named(Hash("{ a2345678 }")))).Body);
    }

    [Fact]
    public async Task So_many_are_kept_and_the_one_not_used_for_longest_goes()
    {
        await using var server = await LocalServer.StartAsync(options: With(new PersistedOptions { MaxAutomaticDocuments = 2 }));
        await server.PostAsync(Sent("{a}", Hash("{a}")));
        await server.PostAsync(Sent("{b}", Hash("{b}")));
        await server.PostAsync(Named(Hash("{a}")));
        await server.PostAsync(Sent("{c}", Hash("{c}")));
        Assert.Equal(200, (await server.PostAsync(Named(Hash("{a}")))).Status);
        Assert.Equal(NotFound, (await server.PostAsync(Named(Hash("{b}")))).Body);
        Assert.Equal(200, (await server.PostAsync(Named(Hash("{c}")))).Status);
    }

    [Fact]
    public async Task The_report_stands_beside_other_extensions()
    {
        var response = "{\"data\":{\"extensions\":1},\"extensions\":{\"a\":1}}";
        var engine = EchoEngine.Create() with { Execute = (_, _) => new(EchoEngine.Raw(response)) };
        await using var server = await LocalServer.StartAsync(engine);
        var hash = Hash("{a}");
        Assert.Equal(
            $$$"""{"data":{"extensions":1},"extensions":{"persistedQuery":{"sha256Hash":"{{{hash}}}","persisted":true},"a":1}}""",
            (await server.PostAsync(Sent("{a}", hash))).Body);
        response = "{\"extensions\":{},\"data\":null}";
        Assert.Equal(
            $$$"""{"extensions":{"persistedQuery":{"sha256Hash":"{{{hash}}}","persisted":true}},"data":null}""",
            (await server.PostAsync(Sent("{a}", hash))).Body);
    }

    [Fact]
    public async Task Where_they_are_turned_off_the_caller_is_told_to_send_its_documents()
    {
        await using var server = await LocalServer.StartAsync(options: With(new PersistedOptions { AllowAutomatic = false }));
        Assert.Equal(
            """{"errors":[{"message":"PersistedQueryNotSupported","extensions":{"code":"PERSISTED_QUERY_NOT_SUPPORTED"}}]}""",
            (await server.PostAsync(Named(Hash("{a}")))).Body);
        Assert.Equal(
            $$$"""{"data":{"query":"{a}","extensions":{{{Extensions(Hash("{a}"))}}}}}""", (await server.PostAsync(Sent("{a}", Hash("{a}")))).Body);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("{}")]
    [InlineData("""{"version":2,"sha256Hash":"aa"}""")]
    [InlineData("""{"version":1}""")]
    [InlineData("""{"version":1,"sha256Hash":1}""")]
    [InlineData("""{"version":1,"sha256Hash":"abc"}""")]
    [InlineData("""{"version":1e999,"sha256Hash":"abc"}""")]
    public async Task A_broken_extension_is_400(string persistedQuery)
    {
        await using var server = await LocalServer.StartAsync();
        var answer = await server.PostAsync($$$"""{"extensions":{"persistedQuery":{{{persistedQuery}}} }}""");
        Assert.Equal(400, answer.Status);
        Assert.Equal(
            """{"errors":[{"message":"Invalid GraphQL request: `extensions.persistedQuery` must be {version: 1, sha256Hash: 64 hexadecimal digits}.","extensions":{"code":"HC0009"}}]}""",
            answer.Body);
    }

    private static TransportOptions With(PersistedOptions options) => new() { Persisted = options };

    private static string Hash(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));

    private static string Extensions(string hash) => $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}""";

    private static string Named(string hash) => $$"""{"extensions":{{Extensions(hash)}} }""";

    private static string Sent(string document, string hash) => $$"""{"query":"{{document}}","extensions":{{Extensions(hash)}} }""";
}
