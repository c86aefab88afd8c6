using System.Net;
using System.Text.RegularExpressions;
using GovGraph.Server.Files;
using GovGraph.Server.Security;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>Every limit of docs/limits.md can be set, and holds.</summary>
public sealed partial class LimitsTests
{
    [Fact]
    public async Task Limits_are_set_by_settings()
    {
        using var data = new TemporaryFolder();
        await using var server = await RunningServer.Start(
            data.Path,
            "--GovGraph:GraphQL:MaxTokens=60",
            "--GovGraph:GraphQL:MaxDepth=4",
            "--GovGraph:GraphQL:MaxFields=8",
            "--GovGraph:GraphQL:MaxAliases=2",
            "--GovGraph:GraphQL:MaxDirectives=1",
            "--GovGraph:GraphQL:MaxFieldCost=40",
            "--GovGraph:GraphQL:MaxTypeCost=30",
            "--GovGraph:GraphQL:MaxBodyBytes=1000",
            "--GovGraph:GraphQL:MaxResponseBytes=2000",
            "--GovGraph:GraphQL:DefaultPageSize=3",
            "--GovGraph:GraphQL:MaxPageSize=20",
            "--GovGraph:GraphQL:AllowIntrospection=false");

        await Refuses("HC0014", "Syntax Error: Document contains more than 60 tokens. Send a shorter one.", $"{{ {string.Join(' ', Enumerable.Repeat("a", 60))} }}");
        await Refuses("MAX_DEPTH", "This operation nests its fields 5 deep; at most 4 are allowed.", "{ tasks { nodes { plan { issuer { id } } } } }");
        await Refuses("MAX_FIELDS", "This operation selects 9 fields; at most 8 are allowed.", "{ tasks { nodes { id code label title text target note } } }");
        await Refuses("MAX_ALIASES", "This operation uses 3 aliases; at most 2 are allowed.", "{ a: __typename b: __typename c: __typename }");
        await Refuses("MAX_DIRECTIVES", "This operation uses 2 directives; at most 1 are allowed.", "{ a: __typename @skip(if: true) b: __typename @skip(if: true) }");
        await Refuses("HC0047", "The maximum allowed field cost was exceeded.", "{ tasks(where: { text: { contains: \"a\" } }) { nodes { id } } }");
        await Refuses("HC0047", "The maximum allowed type cost was exceeded.", "{ tasks(first: 15) { nodes { plan { id } } } }");
        await Refuses("HC0010", "The body is larger than the 1000 bytes allowed.", $"{{ __typename }} # {new string('x', 1000)}", HttpStatusCode.RequestEntityTooLarge);
        await Refuses("RESPONSE_TOO_LARGE", "The response is larger than the 2000 bytes allowed. Ask for less at once.", "{ tasks(first: 10) { nodes { text } } }", HttpStatusCode.InternalServerError);
        await Refuses("HC0051", "The maximum allowed items per page were exceeded.", "{ tasks(first: 21) { nodes { id } } }", HttpStatusCode.OK);
        await Refuses("HC0046", "Introspection is not allowed for the current request.", "{ __schema { description } }");
        var page = await Asked.Of(server.Client, "{ tasks { nodes { id } } }", cost: "report");
        Assert.Equal(3, page.Body.GetProperty("data").GetProperty("tasks").GetProperty("nodes").GetArrayLength());
        Assert.Equal(5, page.Body.GetProperty("extensions").GetProperty("operationCost").GetProperty("typeCost").GetInt32());
        using var sdl = await server.Client.GetAsync("/graphql?sdl", TestContext.Current.CancellationToken);
        Assert.False(sdl.IsSuccessStatusCode);

        async Task Refuses(string code, string message, string query, HttpStatusCode status = HttpStatusCode.BadRequest)
        {
            var answer = await Asked.Of(server.Client, query);
            Assert.StartsWith(message, answer.Message, StringComparison.Ordinal);
            Assert.Equal((status, code), (answer.Status, answer.Code));
        }
    }

    [Fact]
    public async Task Costs_can_be_told_without_being_limited()
    {
        using var data = new TemporaryFolder();
        await using var server = await RunningServer.Start(data.Path, "--GovGraph:GraphQL:MaxTypeCost=1", "--GovGraph:GraphQL:EnforceCostLimits=false");

        Assert.Equal(HttpStatusCode.OK, (await Asked.Of(server.Client, "{ tasks(first: 50) { nodes { id } } }", cost: "report")).Status);
    }

    [Fact]
    public async Task What_takes_too_long_is_given_up()
    {
        using var data = new TemporaryFolder();
        await using var server = await RunningServer.Start(data.Path, "--GovGraph:GraphQL:ExecutionTimeout=00:00:00.0000001");

        var answer = await Asked.Of(server.Client, $"{{ {string.Join(' ', Enumerable.Range(0, 200).Select(i => $"a{i}: plans {{ totalCount }}"))} }}");

        Assert.Equal((HttpStatusCode.InternalServerError, "HC0045"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("MaxTokens=0", "GovGraph can't start: the setting GovGraph__GraphQL__MaxTokens must be 1 or more, but it is 0.\n")]
    [InlineData("MaxPageSize=5", "GovGraph can't start: the setting GovGraph__GraphQL__MaxPageSize must be 10 or more, but it is 5.\n")]
    [InlineData("ExecutionTimeout=00:00:00", "GovGraph can't start: the setting GovGraph__GraphQL__ExecutionTimeout must be more than 00:00:00, but it is 00:00:00.\n")]
    public async Task A_limit_that_lets_nothing_through_stops_the_start(string setting, string error)
    {
        using var data = new TemporaryFolder();

        Assert.Equal((1, error), await RunningServer.RunToEnd(data.Path, $"--GovGraph:GraphQL:{setting}"));
    }

    [Fact]
    public void Every_setting_stands_in_the_document_with_its_default()
    {
        var sections = File.ReadAllText(Path.Combine(Repository.Root, "docs", "limits.md")).Split("\n## ");

        AssertDocumented(new GraphQLSettings(), sections[0]);
        AssertDocumented(new FileSettings(), sections.Single(section => section.StartsWith("Files", StringComparison.Ordinal)));
        AssertDocumented(new BudgetSettings(), sections.Single(section => section.StartsWith("How much in a minute", StringComparison.Ordinal)));
    }

    private static void AssertDocumented<T>(T settings, string section)
    {
        var documented = Rows().Matches(section).ToDictionary(row => row.Groups["name"].Value, row => row.Groups["value"].Value);
        var actual = typeof(T).GetProperties().Where(property => property.CanWrite && property.PropertyType.IsValueType).ToDictionary(
            property => property.Name,
            property => property.GetValue(settings) is bool value ? value ? "true" : "false" : FormattableString.Invariant($"{property.GetValue(settings)}"));

        Assert.Equal(actual.OrderBy(setting => setting.Key, StringComparer.Ordinal), documented.OrderBy(setting => setting.Key, StringComparer.Ordinal));
    }

    [GeneratedRegex(@"^\| `(?<name>\w+)` \| `(?<value>[^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Rows();
}
