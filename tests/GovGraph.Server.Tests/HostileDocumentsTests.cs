using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>Requests made to cost much, sent to the program as it is shipped: each is refused, says why, and costs little.</summary>
public sealed class HostileDocumentsTests(ServerFixture fixture)
{
    // A hundred times what a refusal takes: no busy machine makes the test fail, and no work that grows with the attack passes.
    private static readonly TimeSpan s_generous = TimeSpan.FromSeconds(10);

    public static TheoryData<string, string, string, string> Documents => new()
    {
        { "selection sets nested 500 deep", Nested(500), "HC0014", "Syntax Error: Document nests deeper than 200 levels. Send a flatter one." },
        { "selection sets nested 100 deep", Nested(100), "MAX_DEPTH", "This operation nests its fields 102 deep; at most 50 are allowed." },
        { "lists nested 5,000 deep in an argument", $"{{ tasks(where: {{ and: {new string('[', 5_000)}{new string(']', 5_000)} }}) {{ totalCount }} }}", "HC0014", "Syntax Error: Document nests deeper than 200 levels. Send a flatter one." },
        { "10,000 aliases", $"{{ {Repeat(10_000, i => $"a{i}:__typename")} }}", "HC0014", "Syntax Error: Document contains more than 20000 tokens. Send a shorter one." },
        { "6,000 aliases", $"{{ {Repeat(6_000, i => $"a{i}:__typename")} }}", "MAX_FIELDS", "This operation selects 6000 fields; at most 5000 are allowed." },
        { "2,000 aliases", $"{{ {Repeat(2_000, i => $"a{i}:__typename")} }}", "MAX_ALIASES", "This operation uses 2000 aliases; at most 500 are allowed." },
        { "a fragment bomb of 2^30 fields", FragmentBomb(30), "MAX_FIELDS", "This operation selects 4294967293 fields; at most 5000 are allowed." },
        { "a fragment bomb of 2^100 fields", FragmentBomb(100), "MAX_FIELDS", "This operation selects at least 1000000000000 fields; at most 5000 are allowed." },
        { "a chain of 2,800 fragments", FragmentChain(2_800), "HC0014", "Syntax Error: Document contains more than 20000 tokens. Send a shorter one." },
        { "90 fragments that all spread each other", $"{{ ...F0 }} {Repeat(90, i => $"fragment F{i} on Query {{ {Repeat(90, j => $"...F{j}")} }}")}", "", "Cannot spread fragment \"F0\" within itself." },
        { "1,000 operations over 1,000 fragments", $"{Repeat(1_000, i => $"query Q{i} {{ ...F0 }}")} {Repeat(1_000, i => $"fragment F{i} on Query {{ ...F{i + 1} }}")} fragment F1000 on Query {{ __typename }}", "TOO_MUCH_VALIDATION_WORK", "Validating this document takes more than 100000 steps. Send fewer operations, or spread fewer fragments in them." },
        { "2,000 overlapping fields", $"{{ planById(id: \"x\") {{ {Repeat(2_000, i => $"a: {(i % 2 == 0 ? "id" : "year")}")} }} }}", "MAX_ALIASES", "This operation uses 2000 aliases; at most 500 are allowed." },
        { "500 overlapping fields", $"{{ planById(id: \"x\") {{ {Repeat(500, i => $"a: {(i % 2 == 0 ? "id" : "year")}")} }} }}", "", "Fields \"a\" conflict because \"id\" and \"year\" are different fields. Use different aliases on the fields to fetch both if this was intentional." },
        { "5,000 directives at one place", $"{{ __typename {Repeat(5_000, _ => "@skip(if: false)")} }}", "HC0014", "Syntax Error: More than 32 directives in one place." },
        { "a list of 19,000 numbers", $"{{ tasks(where: {{ budget: {{ in: [{Repeat(19_000, i => $"{i}")}] }} }}) {{ totalCount }} }}", "HC0047", "The maximum allowed field cost was exceeded." },
        { "lists in lists in lists", "{ plans(first: 50) { nodes { tasks { plan { tasks { plan { tasks { id } } } } } } } }", "HC0047", "The maximum allowed field cost was exceeded." },
        { "200 pages at once", $"{{ {Repeat(200, i => $"a{i}: tasks(first: 50) {{ nodes {{ id plan {{ id }} }} }}")} }}", "HC0047", "The maximum allowed field cost was exceeded." },
        { "a page of two thousand million", "{ tasks(first: 2147483647) { nodes { id } } }", "HC0047", "The maximum allowed type cost was exceeded." },
        { "introspection of introspection", "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }", "", "Maximum introspection depth exceeded" },
        { "introspection twenty times", $"{{ {Repeat(20, i => $"a{i}: __schema {{ types {{ name description fields {{ name description args {{ name description type {{ name }} }} type {{ name }} }} inputFields {{ name type {{ name }} }} }} }}")} }}", "HC0047", "The maximum allowed field cost was exceeded." },
        { "a name of 900,000 letters", $"{{ {new string('x', 900_000)} }}", "", "Cannot query field \"" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_is_refused(string what, string document, string code, string message)
    {
        var stopwatch = Stopwatch.StartNew();
        var answer = await Asked.Of(fixture.Server.Client, document);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith(message, answer.Message, StringComparison.Ordinal);
        if (code.Length > 0) Assert.Equal(code, answer.Code);
        Assert.True(answer.Body.GetRawText().Length < 100_000, "The answer must not grow with the attack.");
        Assert.True(stopwatch.Elapsed < s_generous, what);
    }

    [Fact]
    public async Task A_document_of_5_megabytes_is_refused_unread()
    {
        var answer = await Asked.Of(fixture.Server.Client, $"{{ {Repeat(500_000, i => "__typename")} }}");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal("HC0010", answer.Code);
        Assert.Equal("The body is larger than the 1048576 bytes allowed.", answer.Message);
    }

    public static TheoryData<string, string, string> Variables => new()
    {
        { "a filter with a list of 100,000 numbers", $$"""{ "budget": { "in": [{{string.Join(',', Enumerable.Range(0, 100_000))}}] } }""", "HC0047" },
        { "a filter with 20,000 conditions", $$"""{ "or": [{{string.Join(',', Enumerable.Repeat("""{ "title": { "contains": "a" } }""", 20_000))}}] }""", "HC0047" },
        { "a filter nested 1,000 deep", $"{string.Concat(Enumerable.Repeat("""{ "not": """, 1_000))}null{new string('}', 1_000)}", "HC0012" },
    };

    [Theory]
    [MemberData(nameof(Variables))]
    public async Task Variables_are_refused(string what, string where, string code)
    {
        const string Query = "query ($where: TaskFilterInput) { tasks(where: $where) { totalCount } }";
        var stopwatch = Stopwatch.StartNew();
        var answer = await Asked.OfBody(fixture.Server.Client, $$"""{ "query": {{JsonSerializer.Serialize(Query)}}, "variables": { "where": {{where}} } }""");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(code, answer.Code);
        Assert.True(stopwatch.Elapsed < s_generous, what);
    }

    [Fact]
    public async Task Fifty_thousand_variables_that_nobody_asked_for_are_ignored()
    {
        var variables = string.Join(',', Enumerable.Range(0, 50_000).Select(i => $"\"v{i}\": {i}"));
        var answer = await Asked.OfBody(fixture.Server.Client, $$"""{ "query": "{ __typename }", "variables": { {{variables}} } }""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    private static string Repeat(int count, Func<int, string> part) => string.Join(' ', Enumerable.Range(0, count).Select(part));

    private static string Nested(int depth) =>
        $"{{ taskById(id: \"x\") {{ {string.Concat(Enumerable.Repeat("plan { areas { ", depth / 2))} id {string.Concat(Enumerable.Repeat("} } ", depth / 2))} }} }}";

    private static string FragmentBomb(int levels) =>
        $"{{ ...F0 }} {Repeat(levels, i => $"fragment F{i} on Query {{ a: __schema {{ queryType {{ ...G{i} }} }} ...F{i + 1} ...F{i + 1} }} fragment G{i} on __Type {{ name }}")} fragment F{levels} on Query {{ __typename }}";

    private static string FragmentChain(int length) =>
        $"{{ ...F0 }} {Repeat(length, i => $"fragment F{i} on Query {{ ...F{i + 1} }}")} fragment F{length} on Query {{ __typename }}";
}
