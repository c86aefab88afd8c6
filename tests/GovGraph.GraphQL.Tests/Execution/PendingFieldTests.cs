using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using Xunit;

namespace GovGraph.GraphQL.Tests.Execution;

/// <summary>Resolvers that wait, finished by the test in an order of its own.</summary>
public sealed class PendingFieldTests
{
    private const string Sdl =
        """
        type Query { node(name: String!): Node, hard(name: String!): Node!, list(names: [String!]!): [Node], hardList(names: [String!]!): [Node!]!, now: Int! }
        type Mutation { first: Node!, second: Node, third: Int }
        type Node { name: String!, text: String!, child(name: String!): Node, hard(name: String!): Node!, here: Node }
        """;

    private readonly Dictionary<string, TaskCompletionSource<Node?>> _sources = [];
    private readonly List<string> _started = [];

    [Fact]
    public async Task Fields_that_wait_start_together_and_are_written_in_the_order_asked()
    {
        var executing = Execute("""{ a: node(name: "a") { name } now b: node(name: "b") { name } }""");
        Assert.Equal(["a", "b"], _started);
        Finish("b");
        Finish("a");
        Assert.Equal("""{"data":{"a":{"name":"a"},"now":7,"b":{"name":"b"}}}""", await executing);
    }

    [Fact]
    public async Task The_items_of_a_list_wait_together()
    {
        var executing = Execute("""{ list(names: ["x", "y"]) { name child(name: "c") { name } text } }""");
        Assert.Equal(["x.c", "y.c"], _started);
        Finish("y.c");
        FinishNull("x.c");
        Assert.Equal(
            """{"data":{"list":[{"name":"x","child":null,"text":"x"},{"name":"y","child":{"name":"y.c"},"text":"y"}]}}""",
            await executing);
    }

    [Fact]
    public async Task What_becomes_ready_may_wait_again()
    {
        var executing = Execute("""{ node(name: "a") { here { child(name: "b") { child(name: "c") { name } name } } name } now }""");
        Finish("a");
        await Started("a.b");
        Finish("a.b");
        await Started("a.b.c");
        Finish("a.b.c");
        Assert.Equal("""{"data":{"node":{"here":{"child":{"child":{"name":"a.b.c"},"name":"a.b"}},"name":"a"},"now":7}}""", await executing);
    }

    [Fact]
    public async Task A_failure_that_may_not_be_null_nulls_the_nearest_nullable_value_already_written()
    {
        var executing = Execute("""{ now list(names: ["x", "y", "z"]) { name here { hard(name: "c") { name } name } text } }""");
        Finish("x.c");
        Fail("y.c", "y is broken");
        Finish("z.c");
        Assert.Equal(
            """{"data":{"now":7,"list":[{"name":"x","here":{"hard":{"name":"x.c"},"name":"x"},"text":"x"},{"name":"y","here":null,"text":"y"},{"name":"z","here":{"hard":{"name":"z.c"},"name":"z"},"text":"z"}]},"errors":[{"message":"y is broken","locations":[{"line":1,"column":50}],"path":["list",1,"here","hard"]}]}""",
            await executing);
    }

    [Fact]
    public async Task A_failed_item_of_a_list_becomes_null()
    {
        var executing = Execute("""{ list(names: ["x", "y"]) { hard(name: "c") { text } } }""");
        Finish("x.c");
        Finish("y.c", new Node("y.c") { Text = null! });
        Assert.Equal(
            """{"data":{"list":[{"hard":{"text":"x.c"}},null]},"errors":[{"message":"Cannot return null for non-nullable field Node.text.","locations":[{"line":1,"column":47}],"path":["list",1,"hard","text"]}]}""",
            await executing);
    }

    [Fact]
    public async Task A_failure_without_a_nullable_value_around_it_leaves_no_data()
    {
        var executing = Execute("""{ a: node(name: "a") { name } hardList(names: ["x"]) { hard(name: "c") { name } } }""");
        Fail("x.c", "broken");
        Finish("a");
        Assert.Equal(
            """{"data":null,"errors":[{"message":"broken","locations":[{"line":1,"column":56}],"path":["hardList",0,"hard"]}]}""",
            await executing);
    }

    [Fact]
    public async Task Fields_below_a_value_that_failed_meanwhile_are_forgotten()
    {
        var executing = Execute("""{ node(name: "a") { child(name: "b") { name } text } now }""");
        Finish("a", new Node("a") { Text = null! });
        await Started("a.b");
        Finish("a.b");
        Assert.Equal(
            """{"data":{"node":null,"now":7},"errors":[{"message":"Cannot return null for non-nullable field Node.text.","locations":[{"line":1,"column":47}],"path":["node","text"]}]}""",
            await executing);
    }

    [Fact]
    public async Task Root_fields_of_a_mutation_run_one_after_the_other()
    {
        var executing = Execute("""mutation { first { name child(name: "b") { name } } second { name } third }""");
        Assert.Equal(["first"], _started);
        Finish("first");
        await Started("first.b");
        Assert.Equal(["first", "first.b"], _started);
        Finish("first.b");
        await Started("second");
        Finish("second");
        Assert.Equal("""{"data":{"first":{"name":"first","child":{"name":"first.b"}},"second":{"name":"second"},"third":3}}""", await executing);
    }

    [Fact]
    public async Task A_mutation_stops_where_nothing_can_be_answered_any_more()
    {
        var executing = Execute("mutation { third first { name } second { name } }");
        Fail("first", "refused");
        Assert.Equal("""{"data":null,"errors":[{"message":"refused","locations":[{"line":1,"column":18}],"path":["first"]}]}""", await executing);
        Assert.Equal(["first"], _started);
    }

    private Task<string> Execute(string query) => ExecutionTest.Execute(Sdl, Bindings(), query);

    private SchemaBindings Bindings() => new SchemaBindings()
        .Root("Query", queries => queries
            .FieldAsync("node", (_, context) => Start(context.Argument<string>("name")))
            .FieldAsync("hard", (_, context) => Start(context.Argument<string>("name")))
            .Field("list", (_, context) => context.Argument<string[]>("names").Select(name => new Node(name)))
            .Field("hardList", (_, context) => context.Argument<string[]>("names").Select(name => new Node(name)))
            .Field("now", _ => 7))
        .Root("Mutation", mutations => mutations
            .FieldAsync("first", (_, _) => Start("first"))
            .FieldAsync("second", (_, _) => Start("second"))
            .Field("third", _ => 3))
        .Type<Node>("Node", nodes => nodes
            .Field("name", node => node.Name)
            .Field("text", node => node.Text)
            .FieldAsync("child", (node, context) => Start($"{node.Name}.{context.Argument<string>("name")}"))
            .FieldAsync("hard", (node, context) => Start($"{node.Name}.{context.Argument<string>("name")}"))
            .Field("here", node => node));

    private ValueTask<Node?> Start(string name)
    {
        lock (_started) _started.Add(name);
        return new ValueTask<Node?>(Source(name).Task);
    }

    private TaskCompletionSource<Node?> Source(string name)
    {
        lock (_sources)
        {
            if (!_sources.TryGetValue(name, out var source)) _sources[name] = source = new TaskCompletionSource<Node?>();
            return source;
        }
    }

    private void Finish(string name, Node? node = null) => Source(name).SetResult(node ?? new Node(name));

    private void FinishNull(string name) => Source(name).SetResult(null);

    private void Fail(string name, string message) => Source(name).SetException(new GraphQLException(new GraphQLError(message)));

    private async Task Started(string name)
    {
        while (true)
        {
            lock (_started)
            {
                if (_started.Contains(name)) return;
            }

            await Task.Yield();
        }
    }

    private sealed record Node(string Name)
    {
        public string Text { get; init; } = Name;
    }
}
