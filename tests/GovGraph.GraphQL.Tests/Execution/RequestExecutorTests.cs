using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using Xunit;

namespace GovGraph.GraphQL.Tests.Execution;

public sealed class RequestExecutorTests
{
    private const string Sdl =
        """
        type Query {
          task(id: ID!): Task
          tasks(status: TaskStatus, first: Int = 2): [Task!]!
          node: Node
          fail: String
          failHard: String!
          parent: Query
        }
        type Mutation { rename(input: RenameInput!): Task! }
        input RenameInput { id: ID!, title: String, tags: [String!] }
        interface Node { id: ID! }
        type Task implements Node { id: ID!, title: String!, status: TaskStatus!, number: Int }
        enum TaskStatus { NOT_STARTED COMPLETED }
        """;

    private enum TaskStatus
    {
        NotStarted,
        Completed,
    }

    [Fact]
    public async Task Plain_fields_are_written_in_the_order_asked() => Assert.Equal(
        """{"data":{"task":{"title":"Công khai \"TTHC\"","__typename":"Task","key":"t1","status":"NOT_STARTED","number":null}}}""",
        await Execute("""{ task(id: "t1") { title __typename key: id status number } }"""));

    [Fact]
    public async Task Arguments_come_as_literals_variables_and_defaults()
    {
        Assert.Equal("""{"data":{"tasks":[{"id":"t1"},{"id":"t2"}]}}""", await Execute("{ tasks { id } }"));
        Assert.Equal("""{"data":{"tasks":[{"id":"t2"},{"id":"t3"}]}}""", await Execute("{ tasks(status: COMPLETED) { id } }"));
        Assert.Equal(
            """{"data":{"tasks":[{"id":"t1"}]}}""",
            await Execute("query($n: Int!) { tasks(first: $n) { id } }", """{"n":1}"""));
        Assert.Equal("""{"data":{"tasks":[{"id":"t1"},{"id":"t2"}]}}""", await Execute("query($n: Int) { tasks(first: $n) { id } }"));
    }

    [Fact]
    public async Task Conditions_on_variables_select_anew_for_each_request()
    {
        var executor = Executor();
        const string Query = """query($x: Boolean!) { task(id: "t1") { id @skip(if: $x) ...T @include(if: $x) } } fragment T on Task { title }""";
        Assert.Equal("""{"data":{"task":{"id":"t1"}}}""", await ExecutionTest.Execute(executor, Query, """{"x":false}"""));
        Assert.Equal("""{"data":{"task":{"title":"Công khai \"TTHC\""}}}""", await ExecutionTest.Execute(executor, Query, """{"x":true}"""));
        Assert.Equal("""{"data":{"task":{"id":"t1"}}}""", await ExecutionTest.Execute(executor, Query, """{"x":false}"""));
    }

    [Fact]
    public async Task Nothing_selected_is_an_empty_object() =>
        Assert.Equal("""{"data":{"task":{}}}""", await Execute("""{ task(id: "t1") { id @skip(if: true) } }"""));

    [Fact]
    public async Task The_class_of_a_value_tells_its_object_type() =>
        Assert.Equal("""{"data":{"node":{"__typename":"Task","id":"t1","title":"Công khai \"TTHC\""}}}""", await Execute("{ node { __typename id ... on Task { title } } }"));

    [Fact]
    public async Task Input_objects_tell_what_was_given()
    {
        const string Query = "mutation($input: RenameInput!) { rename(input: $input) { title } }";
        Assert.Equal("""{"data":{"rename":{"title":"id=t1"}}}""", await Execute(Query, """{"input":{"id":"t1"}}"""));
        Assert.Equal("""{"data":{"rename":{"title":"id=t1 title="}}}""", await Execute(Query, """{"input":{"id":"t1","title":null}}"""));
        Assert.Equal("""{"data":{"rename":{"title":"id=t1 tags=a,b"}}}""", await Execute("""mutation { rename(input: {id: "t1", tags: ["a", "b"]}) { title } }"""));
    }

    [Fact]
    public async Task An_exception_is_masked_and_told_to_the_server_alone()
    {
        FieldFault? fault = null;
        var response = await Execute("{ task(id: \"t1\") { id } fail }", options: new ExecutionOptions { OnFault = value => fault = value });

        Assert.Equal(
            $$$"""{"data":{"task":{"id":"t1"},"fail":null},"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":25}],"path":["fail"],"extensions":{"code":"UNEXPECTED_EXECUTION_ERROR","errorId":"{{{fault!.ErrorId}}}"}}]}""",
            response);
        Assert.Equal("Query.fail", fault.Coordinate);
        Assert.Equal("the password is 1234", fault.Exception.Message);
    }

    [Fact]
    public async Task An_error_meant_for_the_caller_is_shown_and_nulls_the_nearest_nullable_parent() => Assert.Equal(
        """{"data":{"parent":null},"errors":[{"message":"No such thing.","locations":[{"line":1,"column":12}],"path":["parent","failHard"],"extensions":{"code":"NO_SUCH_THING"}}]}""",
        await Execute("{ parent { failHard } }"));

    [Fact]
    public async Task A_null_that_may_not_be_takes_the_item_of_a_list_with_it() => Assert.Equal(
        """{"data":{"task":null},"errors":[{"message":"Cannot return null for non-nullable field Task.title.","locations":[{"line":1,"column":24}],"path":["task","title"]}]}""",
        await Execute("""{ task(id: "t3") { id  title } }"""));

    [Fact]
    public async Task A_null_up_to_the_root_leaves_no_data() =>
        Assert.StartsWith("""{"data":null,"errors":[""", await Execute("{ task(id: \"t1\") { id } failHard }"), StringComparison.Ordinal);

    [Theory]
    [InlineData("{", """{"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":2}],"extensions":{"code":"HC0014"}}]}""")]
    [InlineData("query A { fail } query B { fail }", """{"errors":[{"message":"Must provide operation name if query contains multiple operations."}]}""")]
    [InlineData("subscription { fail }", """{"errors":[{"message":"Schema is not configured to execute subscription operation.","locations":[{"line":1,"column":1}]}]}""")]
    public async Task What_cannot_be_executed_is_answered_without_data(string query, string expected) => Assert.Equal(expected, await Execute(query));

    [Fact]
    public async Task Many_threads_share_one_executor()
    {
        var executor = Executor();
        const string Query = "query($a: Boolean!, $b: Boolean!, $n: Int) { tasks(first: $n) { id @skip(if: $a) ...T @include(if: $b) } } fragment T on Task { number status }";
        var differences = 0;
        await Parallel.ForAsync(0, 400, TestContext.Current.CancellationToken, async (number, _) =>
        {
            var (a, b) = (number % 2 == 0, number % 3 == 0);
            var item = (a, b) switch
            {
                (true, true) => """{"number":null,"status":"NOT_STARTED"}""",
                (true, false) => "{}",
                (false, true) => """{"id":"t1","number":null,"status":"NOT_STARTED"}""",
                _ => """{"id":"t1"}""",
            };
            var variables = $$"""{"a":{{(a ? "true" : "false")}},"b":{{(b ? "true" : "false")}},"n":1}""";
            if (await ExecutionTest.Execute(executor, Query, variables) != $$$"""{"data":{"tasks":[{{{item}}}]}}""") Interlocked.Increment(ref differences);
        });
        Assert.Equal(0, differences);
    }

    private static Task<string> Execute(string query, string? variables = null, ExecutionOptions? options = null) =>
        ExecutionTest.Execute(Executor(options), query, variables);

    private static RequestExecutor Executor(ExecutionOptions? options = null) =>
        new(BoundSchema.Create(ExecutionTest.Build(Sdl), Bindings()), options ?? new ExecutionOptions());

    private static SchemaBindings Bindings() => new SchemaBindings()
        .Enum<TaskStatus>("TaskStatus")
        .Interface("Node")
        .Root("Query", queries => queries
            .Field("task", (_, context) => PlanTask.All.SingleOrDefault(task => task.Id == context.Argument<string>("id")))
            .Field("tasks", (_, context) => PlanTask.All
                .Where(task => context.Argument<TaskStatus?>("status") is not { } status || task.Status == status)
                .Take(context.Argument<int>("first")))
            .Field("node", _ => (object)PlanTask.All[0])
            .Field<string?>("fail", _ => throw new InvalidOperationException("the password is 1234"))
            .Field<string>("failHard", _ => throw new GraphQLException(new GraphQLError("No such thing.") { Code = "NO_SUCH_THING" }))
            .Field("parent", root => root))
        .Root("Mutation", mutations => mutations.Field("rename", (_, context) =>
        {
            var input = context.Argument<IReadOnlyDictionary<string, object?>>("input");
            var title = string.Join(' ', input.Select(field => $"{field.Key}={(field.Value is IEnumerable<object> list ? string.Join(',', list) : field.Value)}"));
            return new PlanTask("t1", title, TaskStatus.Completed);
        }))
        .Type<PlanTask>("Task", tasks => tasks
            .Field("id", task => task.Id)
            .Field("title", task => task.Title)
            .Field("status", task => task.Status)
            .Field("number", _ => (int?)null));

    private sealed record PlanTask(string Id, string Title, TaskStatus Status)
    {
        public static IReadOnlyList<PlanTask> All { get; } =
        [
            new("t1", "Công khai \"TTHC\"", TaskStatus.NotStarted),
            new("t2", "Rà soát", TaskStatus.Completed),
            new("t3", null!, TaskStatus.Completed),
        ];
    }
}
