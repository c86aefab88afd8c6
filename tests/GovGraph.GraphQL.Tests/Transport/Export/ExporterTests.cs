using System.Text.Json;
using GovGraph.GraphQL.Transport;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport.Export;

public sealed class ExporterTests
{
    private const string Csv = "text/csv";
    private const string Ndjson = "application/x-ndjson";

    [Fact]
    public async Task Csv_is_a_heading_and_a_line_for_each_node()
    {
        var answer = await Ask("{ things { totalCount nodes { number name } } }", Csv);

        Assert.Equal(200, answer.Status);
        Assert.Equal("text/csv; charset=utf-8; header=present", answer.ContentType);
        Assert.Equal("attachment; filename=\"things.csv\"", answer.Headers["Content-Disposition"]);
        Assert.Equal(
            "number,name\r\n1,\"một, hai\"\r\n2,\"'=1+1\"\r\n3,\"'- \"\"ba\"\"\"\r\n4,\r\n5,\"năm\nlăm\"\r\n6,sáu\r\n7,bảy\r\n",
            answer.Body);
    }

    [Fact]
    public async Task Ndjson_is_a_line_for_each_node_as_selected()
    {
        var answer = await Ask("{ things(first: 2) { edges { cursor node { number isOdd parts { name } } } } }", Ndjson);

        Assert.Equal("application/x-ndjson; charset=utf-8", answer.ContentType);
        Assert.Equal(
            """
            {"number":1,"isOdd":true,"parts":[{"name":"x"},{"name":null},{"name":"z"}]}
            {"number":2,"isOdd":false,"parts":[]}

            """,
            answer.Body);
    }

    [Fact]
    public async Task What_is_nested_gets_the_names_on_the_way_and_lists_are_joined() => Assert.Equal(
        "n,half,part.name,parts.name,isOdd\r\n1,0.5,p,x; ; z,true\r\n2,1,,,false\r\n",
        (await Ask("query { things(first: 2) { nodes { n: number half part { name } ...Rest } } } fragment Rest on Named { ... on Thing { parts { name } isOdd half } }", Csv)).Body);

    [Theory]
    [InlineData("{ things { nodes { number } } }", "1 2 3 4 5 6 7")]
    [InlineData("{ things(first: 5) { nodes { number } } }", "1 2 3 4 5")]
    [InlineData("{ things(first: 0) { nodes { number } } }", "")]
    [InlineData("{ things(first: 2, after: \"4\") { nodes { number } } }", "5 6")]
    [InlineData("{ things(after: \"7\") { nodes { number } } }", "")]
    [InlineData("query($n: Int = 1, $c: String) { things(first: $n, after: $c) { nodes { number } } }", "1")]
    [InlineData("query($n: Int, $c: String) { things(first: $n, after: $c) { nodes { number } } }", "3 4 5 6", """{"n":4,"c":"2"}""")]
    [InlineData("query($pageSize: Int) { things(first: $pageSize) { nodes { number } } }", "1 2 3 4", """{"pageSize":4}""")]
    [InlineData("query($yes: Boolean!) { things { nodes { number @include(if: $yes) } } }", "1 2 3 4 5 6 7", """{"yes":true}""")]
    [InlineData("{ box { __typename all: things { nodes { number } } } }", "1 2 3 4 5 6 7")]
    [InlineData("query A { things(first: 1) { nodes { number } } } query B($x: Boolean!) { things(first: 2) { nodes { number @skip(if: $x) } } }", "1", null, "A")]
    public async Task Rows_go_on_over_all_pages_as_far_as_was_asked(string query, string numbers, string? variables = null, string? operation = null)
    {
        var asked = new List<int?>();
        var answer = await Ask(query, Ndjson, variables, operation, PagedSchema.Engine((first, _) => asked.Add(first)));

        Assert.Equal(200, answer.Status);
        Assert.Equal(numbers, string.Join(' ', answer.Body.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line).GetProperty("number").GetRawText())));
        Assert.All(asked, first => Assert.InRange(first!.Value, 0, 3));
    }

    [Fact]
    public async Task A_plain_list_has_rows_too() =>
        Assert.Equal("name\r\na\r\nb\r\n", (await Ask("{ box { parts { name } } }", Csv)).Body);

    [Fact]
    public async Task What_is_null_has_no_rows() =>
        Assert.Equal("name\r\n", (await Ask("{ nothing { parts { name } } }", Csv)).Body);

    [Theory]
    [InlineData("{ things { nodes { number } } number }", "on each level down to the list it must select one field")]
    [InlineData("{ number }", "it selects no list of objects")]
    [InlineData("{ things { totalCount } }", "it must select the `nodes` of the connection, or `edges { node }`")]
    [InlineData("{ things(last: 2) { nodes { number } } }", "rows go forward: use `first` and `after`")]
    [InlineData("query A { things { nodes { number } } } query B { number }", "the document must have one query, or `operationName` must name it")]
    public async Task A_query_without_rows_is_refused_with_the_reason(string query, string reason)
    {
        var answer = await Ask(query, Csv);

        Assert.Equal(400, answer.Status);
        Assert.Equal(
            $$$"""{"errors":[{"message":"The query has no rows to give: {{{reason}}}. `{ tasks { nodes { id title } } }` has; or accept `application/json`.","extensions":{"code":"HC0009"}}]}""",
            answer.Body);
    }

    [Fact]
    public async Task Errors_of_the_document_are_told_where_they_are()
    {
        var answer = await Ask("{ things { nodes { numbr } } }", Csv);

        Assert.Equal((400, "application/graphql-response+json; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.Contains("\"column\":20", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_the_first_page_is_the_answer()
    {
        var answer = await Ask("{ things { nodes { number } } }", Csv, engine: PagedSchema.Engine(broken: 2));

        Assert.Equal((422, "application/graphql-response+json; charset=utf-8"), (answer.Status, answer.ContentType));
        Assert.StartsWith("""{"data":{"things":null},"errors":[{"message":"This page is lost.",""", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_a_later_page_breaks_the_answer_off() =>
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => Ask("{ things { nodes { number } } }", Csv, engine: PagedSchema.Engine(broken: 5)));

    [Theory]
    [InlineData("""[{"query":"{ things { nodes { number } } }"}]""", 406, "HC0063")]
    [InlineData("""{"query":"mutation { things }"}""", 400, null)]
    public async Task Batches_and_mutations_have_no_rows(string body, int status, string? code)
    {
        await using var server = await LocalServer.StartAsync(PagedSchema.Engine(), new TransportOptions { Batching = new() { AllowRequests = true } });
        var answer = await server.PostAsync(body, Csv);

        Assert.Equal(status, answer.Status);
        if (code is not null) Assert.Contains(code, answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_gives_a_file()
    {
        await using var server = await LocalServer.StartAsync(PagedSchema.Engine());
        var answer = await server.GetAsync("?query={things(first:1){nodes{number}}}", "text/csv");

        Assert.Equal("number\r\n1\r\n", answer.Body);
    }

    [Fact]
    public async Task More_than_a_thousand_columns_are_refused()
    {
        var fields = string.Join(' ', Enumerable.Range(0, 1001).Select(number => $"a{number}: number"));
        Assert.Equal(400, (await Ask($"{{ things {{ nodes {{ {fields} }} }} }}", Csv)).Status);
    }

    private static async Task<Answer> Ask(string query, string accept, string? variables = null, string? operationName = null, Engine? engine = null)
    {
        await using var server = await LocalServer.StartAsync(engine ?? PagedSchema.Engine(), new TransportOptions { ExportPageSize = 3 });
        return await server.PostAsync(
            JsonSerializer.Serialize(new { query, operationName, variables = variables is null ? (JsonElement?)null : JsonElement.Parse(variables) }), accept);
    }
}
