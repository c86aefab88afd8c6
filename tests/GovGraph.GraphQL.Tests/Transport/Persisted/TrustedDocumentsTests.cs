using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Transport.Persisted;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Persisted;

public sealed class TrustedDocumentsTests
{
    private const string OnlyPersisted = """{"errors":[{"message":"Only persisted operations are allowed.","extensions":{"code":"HC0067"}}]}""";

    [Theory]
    [InlineData("""{"id":"double","variables":{"n":2}}""")]
    [InlineData("""{"documentId":"double","variables":{"n":2}}""")]
    public async Task A_document_of_the_folder_is_known_by_its_id(string json)
    {
        using var folder = Folder();
        await using var server = await StartAsync(folder);
        Assert.Equal("""{"data":{"double":4}}""", (await server.PostAsync(json)).Body);
    }

    [Fact]
    public async Task A_get_may_name_it_too()
    {
        using var folder = Folder();
        await using var server = await StartAsync(folder);
        Assert.Equal("""{"data":{"double":4}}""", (await server.GetAsync("?id=double&variables=%7B%22n%22:2%7D")).Body);
    }

    [Theory]
    [InlineData("unknown")]
    [InlineData("../double")]
    [InlineData("double.graphql")]
    [InlineData("")]
    public async Task An_unknown_id_is_400(string id)
    {
        using var folder = Folder();
        await using var server = await StartAsync(folder);
        var answer = await server.PostAsync($$"""{"id":"{{id}}"}""");
        Assert.Equal(400, answer.Status);
        Assert.Equal("""{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"HC0020"}}]}""", answer.Body);
    }

    [Fact]
    public async Task An_id_and_a_text_contradict_each_other()
    {
        using var folder = Folder();
        await using var server = await StartAsync(folder);
        var answer = await server.PostAsync("""{"id":"double","query":"{ double(number: 1) }"}""");
        Assert.Equal(400, answer.Status);
        Assert.Equal(
            """{"errors":[{"message":"Invalid GraphQL request: `id` and `query` cannot be given together.","extensions":{"code":"HC0009"}}]}""", answer.Body);
    }

    [Fact]
    public async Task Where_only_they_are_allowed_nothing_else_is_executed()
    {
        using var folder = Folder();
        await using var server = await StartAsync(folder, options => options with { OnlyTrusted = true });
        Assert.Equal("""{"data":{"double":2}}""", (await server.PostAsync("""{"id":"double","variables":{"n":1}}""")).Body);
        foreach (var query in (string[])["{ double(number: 1) }", Double])
        {
            var answer = await server.PostAsync(System.Text.Json.JsonSerializer.Serialize(new { query, variables = new { n = 1 } }));
            Assert.Equal(400, answer.Status);
            Assert.Equal(OnlyPersisted, answer.Body);
        }

        var hash = new string('a', 64);
        Assert.Equal(OnlyPersisted, (await server.PostAsync($$$$"""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"{{{{hash}}}}"}}}""")).Body);
    }

    [Fact]
    public async Task Their_own_text_may_be_allowed_as_well()
    {
        using var folder = Folder();
        await using var server = await StartAsync(folder, options => options with { OnlyTrusted = true, AllowTrustedText = true });
        var answer = await server.PostAsync(System.Text.Json.JsonSerializer.Serialize(new { query = Double, variables = new { n = 1 } }));
        Assert.Equal("""{"data":{"double":2}}""", answer.Body);
        Assert.Equal(OnlyPersisted, (await server.PostAsync("""{"query":"{ double(number: 1) }"}""")).Body);
    }

    [Fact]
    public async Task Documents_that_do_not_fit_the_schema_stop_the_start()
    {
        using var folder = new TemporaryFolder(("a.graphql", "{ doubel(number: 1) }"), ("b.graphql", "{"), ("c.graphql", "{ double(number: 1) }"), ("note.txt", "{"));
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(folder));
        Assert.Equal(
            $"""
            Trusted documents are not valid:
            {folder.Path}/a.graphql(1:3): Cannot query field "doubel" on type "Query". Did you mean "double"?
            {folder.Path}/b.graphql(1:2): Syntax Error: Expected Name, found <EOF>.
            """,
            exception.Message);
    }

    internal const string Double = "query Double($n: Int!) { double(number: $n) }";

    internal static TemporaryFolder Folder() => new(
        ("double.graphql", Double),
        ("both.graphql", "query A { double(number: 1) } query B { double(number: 2) }"),
        ("change.graphql", "mutation { double(number: 1) }"));

    internal static Task<LocalServer> StartAsync(TemporaryFolder folder, Func<PersistedOptions, PersistedOptions>? with = null)
    {
        var options = new PersistedOptions { TrustedFolder = folder.Path };
        return LocalServer.StartAsync(CountingSchema.Engine(), new TransportOptions { Persisted = with?.Invoke(options) ?? options });
    }
}
