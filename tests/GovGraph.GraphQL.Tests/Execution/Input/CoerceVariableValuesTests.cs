using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using Xunit;

namespace GovGraph.GraphQL.Tests.Execution.Input;

public sealed class CoerceVariableValuesTests
{
    private const string Sdl =
        """
        type Query { echo(where: Filter, by: By, any: JSON, n: Int, must: Int! = 4): JSON }
        input Filter { text: String, status: Status, ids: [ID!], inner: Filter, limit: Int! = 10, exact: Boolean }
        input By @oneOf { id: ID, code: String }
        enum Status { NOT_STARTED COMPLETED }
        scalar JSON
        """;

    [Theory]
    [InlineData("$v: Int", """{"v":3}""", "n: $v", """{"n":3,"must":4}""")]
    [InlineData("$v: Int", "{}", "n: $v", """{"must":4}""")]
    [InlineData("$v: Int = 5", "{}", "n: $v", """{"n":5,"must":4}""")]
    [InlineData("$v: Int = 5", """{"v":null}""", "n: $v", """{"n":null,"must":4}""")]
    [InlineData("$v: Int", "{}", "must: $v", """{"must":4}""")]
    [InlineData("$v: Filter", """{"v":{"status":"COMPLETED","ids":7}}""", "where: $v", """{"where":{"status":"COMPLETED","ids":["7"],"limit":10},"must":4}""")]
    [InlineData("$v: String", "{}", "where: {text: $v, limit: 1}", """{"where":{"limit":1},"must":4}""")]
    [InlineData("$v: [ID!]", """{"v":["a"]}""", "where: {ids: $v, inner: {}}", """{"where":{"ids":["a"],"inner":{"limit":10},"limit":10},"must":4}""")]
    [InlineData("$v: ID!", """{"v":"a"}""", "by: {id: $v}", """{"by":{"id":"a"},"must":4}""")]
    [InlineData("$v: JSON", """{"v":{"a":[1.50,"x"]}}""", "any: [$v, {b: $v}]", """{"any":[{"a":[1.50,"x"]},{"b":{"a":[1.50,"x"]}}],"must":4}""")]
    [InlineData("$v: JSON = {k: RED}", "{}", "any: [$v]", """{"any":[{"k":"RED"}],"must":4}""")]
    public async Task Values_reach_the_resolver_coerced(string definition, string variables, string arguments, string expected) =>
        Assert.Equal($$$"""{"data":{"echo":{{{expected}}}}}""", await Execute($"query({definition}) {{ echo({arguments}) }}", variables));

    [Theory]
    [InlineData("$v: Int!", "{}", "Variable \"$v\" of required type \"Int!\" was not provided.")]
    [InlineData("$v: Int!", """{"v":null}""", "Variable \"$v\" of non-null type \"Int!\" must not be null.")]
    [InlineData("$v: Int", """{"v":"x"}""", "Variable \"$v\" got invalid value \"x\"; Int cannot represent non-integer value: \"x\"")]
    [InlineData("$v: Status", """{"v":"COMPLETE"}""", "Variable \"$v\" got invalid value \"COMPLETE\"; Value \"COMPLETE\" does not exist in \"Status\" enum. Did you mean the enum value \"COMPLETED\"?")]
    [InlineData("$v: Status", """{"v":1}""", "Variable \"$v\" got invalid value 1; Enum \"Status\" cannot represent non-string value: 1.")]
    [InlineData("$v: Filter", """{"v":[]}""", "Variable \"$v\" got invalid value []; Expected type \"Filter\" to be an object.")]
    [InlineData("$v: Filter", """{"v":{"inner":{"ids":["a",null]}}}""", "Variable \"$v\" got invalid value null at \"v.inner.ids[1]\"; Expected non-nullable type \"ID!\" not to be null.")]
    [InlineData("$v: Filter", """{"v":{"txt":"a"}}""", "Variable \"$v\" got invalid value {\"txt\":\"a\"}; Field \"txt\" is not defined by type \"Filter\". Did you mean \"text\"?")]
    [InlineData("$v: By", """{"v":{}}""", "Variable \"$v\" got invalid value {}; Exactly one key must be specified for OneOf type \"By\".")]
    [InlineData("$v: By", """{"v":{"id":null}}""", "Variable \"$v\" got invalid value {\"id\":null}; Field \"id\" must be non-null.")]
    public async Task What_is_wrong_is_said_with_its_place(string definition, string variables, string message)
    {
        var argument = definition.Contains("Filter", StringComparison.Ordinal) ? "where: $v"
            : definition.Contains("By", StringComparison.Ordinal) ? "by: $v"
            : definition.Contains("Status", StringComparison.Ordinal) ? "where: {status: $v}"
            : "n: $v";
        var response = JsonElement.Parse(await Execute($"query({definition}) {{ echo({argument}) }}", variables));

        Assert.False(response.TryGetProperty("data", out _));
        var error = Assert.Single(response.GetProperty("errors").EnumerateArray());
        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal("""[{"line":1,"column":7}]""", error.GetProperty("locations").GetRawText());
    }

    [Fact]
    public async Task All_faults_are_told_at_once_up_to_a_limit()
    {
        var two = JsonElement.Parse(await Execute("query($v: Filter, $w: Int) { echo(where: $v, n: $w) }", """{"v":{"limit":"a","exact":2},"w":"b"}"""));
        Assert.Equal(3, two.GetProperty("errors").GetArrayLength());

        var items = string.Join(',', Enumerable.Repeat("null", 1000));
        var many = JsonElement.Parse(await Execute("query($v: Filter) { echo(where: $v) }", $$$"""{"v":{"ids":[{{{items}}}]}}"""));
        Assert.Equal(51, many.GetProperty("errors").GetArrayLength());
        Assert.Equal("Too many errors processing variables, error limit reached. Execution aborted.", many.GetProperty("errors")[50].GetProperty("message").GetString());
    }

    [Fact]
    public async Task A_long_value_is_quoted_in_part()
    {
        var response = JsonElement.Parse(await Execute("query($v: Int) { echo(n: $v) }", $$"""{"v":["{{new string('ế', 1000)}}"]}"""));
        var message = response.GetProperty("errors")[0].GetProperty("message").GetString()!;
        Assert.StartsWith($"Variable \"$v\" got invalid value [\"{new string('ế', 66)}…; Int cannot represent", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Variables_that_are_no_object_are_refused() => Assert.Equal(
        """{"errors":[{"message":"Variables must be provided as an Object where each property is a variable value."}]}""",
        await Execute("query($v: Int) { echo(n: $v) }", "[1]"));

    [Fact]
    public async Task A_null_for_an_argument_that_may_not_be_null_fails_its_field() => Assert.Equal(
        """{"data":{"echo":null},"errors":[{"message":"Argument \"must\" of non-null type \"Int!\" must not be null.","locations":[{"line":1,"column":33}],"path":["echo"]}]}""",
        await Execute("query($v: Int = 2) { echo(must: $v) }", """{"v":null}"""));

    [Fact]
    public async Task A_variable_inside_a_one_of_input_may_not_be_null() => Assert.Equal(
        """{"errors":[{"message":"Variable \"$v\" of required type \"ID!\" was not provided.","locations":[{"line":1,"column":7}],"extensions":{"code":"HC0018","variable":"v"}}]}""",
        await Execute("query($v: ID!) { echo(by: {id: $v}) }", "{}"));

    [Fact]
    public async Task Arguments_are_read_as_the_types_that_resolvers_name()
    {
        const string Sdl = "type Query { all(n: Int!, x: Float!, ids: [ID!], days: [[Int]], status: Status, many: [Status!]): String! } enum Status { NOT_STARTED COMPLETED }";
        var bindings = new SchemaBindings().Enum<Status>("Status").Root("Query", queries => queries.Field("all", (_, context) => string.Join(
            ' ',
            context.Argument<int>("n"),
            context.Argument<long?>("n"),
            context.Argument<double>("x"),
            context.Argument<string[]>("ids").Length,
            context.Argument<ImmutableArray<string>>("ids").Length,
            context.Argument<IReadOnlyList<IReadOnlyList<int?>>>("days")[1][0],
            context.Argument<Status?>("status"),
            context.Argument<IEnumerable<Status>>("many").Single(),
            context.HasArgument("status"))));

        Assert.Equal(
            """{"data":{"all":"1 1 2 2 2 7  Completed False"}}""",
            await ExecutionTest.Execute(Sdl, bindings, """{ all(n: 1, x: 2, ids: ["a", "b"], days: [null, 7], many: COMPLETED) }"""));
    }

    private static async Task<string> Execute(string query, string variables)
    {
        var bindings = new SchemaBindings().Dynamic((_, context) => context.Arguments);
        var executor = new RequestExecutor(BoundSchema.Create(ExecutionTest.Build(Sdl), bindings), new ExecutionOptions());
        var request = new GraphQLRequest { Query = query, Variables = JsonElement.Parse(variables) };
        using var response = await executor.ExecuteAsync(request, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(response.Body.Span);
    }

    private enum Status
    {
        NotStarted,
        Completed,
    }
}
