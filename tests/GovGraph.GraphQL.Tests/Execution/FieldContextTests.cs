using System.Collections.Immutable;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using Xunit;

namespace GovGraph.GraphQL.Tests.Execution;

public sealed class FieldContextTests
{
    private const string Sdl =
        """
        type Query { tasks(first: Int = 3): Connection!, items: [Item], search: Found }
        type Connection { totalCount: Int!, edges: [Edge!]!, saw: String! }
        type Edge { node: Item! }
        type Item { id: Int!, path: String!, slowPath: String!, warned: Int }
        type Other { id: Int!, name: String }
        union Found = Item | Other
        """;

    [Theory]
    [InlineData("{ tasks { saw } }", "")]
    [InlineData("{ tasks { saw total: totalCount } }", "totalCount")]
    [InlineData("{ tasks { saw ...F } } fragment F on Connection { ... { edges { node { id } } } }", "edges edges.node")]
    [InlineData("{ tasks { saw totalCount @skip(if: true) edges @include(if: $yes) { __typename } } }", "edges")]
    public async Task A_resolver_knows_what_is_selected_below_it(string query, string expected)
    {
        var text = query.Contains("$yes", StringComparison.Ordinal) ? "query($yes: Boolean!) " + query : query;
        var response = await Execute(text, """{"yes":true}""");
        Assert.Contains($"\"saw\":\"{expected}\"", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Selections_on_any_possible_type_count()
    {
        var response = await Execute("{ search { ... on Other { name } } }");
        Assert.Equal("""{"data":{"search":{"name":"asked for name"}}}""", response);
    }

    [Fact]
    public async Task The_path_is_known_before_and_after_waiting() => Assert.Equal(
        """{"data":{"all":[{"path":"all/0/path","later":"all/0/later"},{"path":"all/1/path","later":"all/1/later"}]}}""",
        await Execute("{ all: items { path later: slowPath } }"));

    [Fact]
    public async Task An_error_may_be_reported_beside_a_value() => Assert.Equal(
        """{"data":{"items":[{"warned":0},{"warned":1}]},"errors":[{"message":"Careful.","locations":[{"line":1,"column":11}],"path":["items",0,"warned"],"extensions":{"code":"WARNING","limit":5}}]}""",
        await Execute("{ items { warned } }"));

    [Fact]
    public async Task State_is_found_by_its_type()
    {
        var bindings = new SchemaBindings().Root("Query", queries => queries
            .Field("who", (_, context) => context.Get<Caller>().Name)
            .Field("missing", (_, context) => context.Get<Uri>().Host));
        FieldFault? fault = null;
        var options = new ExecutionOptions { OnFault = value => fault = value };
        var executor = new RequestExecutor(BoundSchema.Create(ExecutionTest.Build("type Query { who: String, missing: String }"), bindings), options);
        var request = new GraphQLRequest { Query = "{ who missing }", State = new RequestState().Set(new Caller("Lan")) };
        using var response = await executor.ExecuteAsync(request, TestContext.Current.CancellationToken);

        Assert.StartsWith("""{"data":{"who":"Lan","missing":null}""", System.Text.Encoding.UTF8.GetString(response.Body.Span), StringComparison.Ordinal);
        Assert.Equal("The request holds no System.Uri: set it in RequestState before executing.", fault!.Exception.Message);
    }

    private static Task<string> Execute(string query, string? variables = null) => ExecutionTest.Execute(Sdl, Bindings(), query, variables);

    private static SchemaBindings Bindings() => new SchemaBindings()
        .Union("Found")
        .Root("Query", queries => queries
            .Field("tasks", (_, context) => new Connection(string.Join(' ', new[]
            {
                context.IsSelected("totalCount") ? "totalCount" : null,
                context.IsSelected("edges") ? "edges" : null,
                context.IsSelected("edges", "node") ? "edges.node" : null,
            }.OfType<string>())))
            .Field("items", _ => new[] { new Item(0), new Item(1) })
            .Field("search", (_, context) => (object)new Other(context.IsSelected("name") ? "asked for name" : "not asked")))
        .Type<Connection>("Connection", connections => connections
            .Field("totalCount", _ => 7)
            .Field("edges", _ => Array.Empty<Item>())
            .Field("saw", connection => connection.Saw))
        .Type<Item>("Edge", edges => edges.Field("node", item => item))
        .Type<Item>("Item", items => items
            .Field("id", item => item.Id)
            .Field("path", (_, context) => string.Join('/', context.Path))
            .FieldAsync("slowPath", async (_, context) =>
            {
                await Task.Yield();
                return string.Join('/', context.Path);
            })
            .Field("warned", (item, context) =>
            {
                if (item.Id == 0) context.ReportError(new GraphQLError("Careful.") { Code = "WARNING", Extensions = ImmutableDictionary<string, object?>.Empty.Add("limit", 5) });
                return item.Id;
            }))
        .Type<Other>("Other", others => others.Field("id", _ => 1).Field("name", other => other.Name));

    private sealed record Connection(string Saw);

    private sealed record Item(int Id);

    private sealed record Other(string Name);

    private sealed record Caller(string Name);
}
