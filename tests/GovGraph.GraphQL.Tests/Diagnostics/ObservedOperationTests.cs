using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Diagnostics;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Tests.Execution;
using Xunit;

namespace GovGraph.GraphQL.Tests.Diagnostics;

public sealed class ObservedOperationTests : IDisposable
{
    private const string Sdl =
        """
        type Query { plan(code: String!): String, broken: String, forbidden: String, page: [Row!] }
        type Row { broken: String }
        type Mutation { close: Boolean }
        type Subscription { count: Int!, broken: Int! }
        """;

    private readonly Listening _listening = new();
    private readonly FieldFaults _faults = new();
    private readonly RequestExecutor _executor;

    public ObservedOperationTests() => _executor = Executor(_listening.Diagnostics, _faults);

    public void Dispose() => _listening.Dispose();

    [Fact]
    public async Task A_document_seen_for_the_first_time_is_parsed_validated_and_planned()
    {
        await Execute("""query Search { plan(code: "a") }""");

        Assert.Equal(
            """
              GraphQL Document Parsing graphql.processing.type=parse
              GraphQL Document Validation graphql.processing.type=validate
              GraphQL Operation Planning graphql.processing.type=plan
            query graphql.operation.type=query graphql.operation.name=Search graphql.operation.fieldCost=0 graphql.operation.typeCost=1 graphql.processing.type=request graphql.outcome=ok
            """,
            _listening.Tree());
        Assert.Equal(["graphql.request.duration time graphql.operation.type=query graphql.outcome=ok"], _listening.Measured);
    }

    [Fact]
    public async Task The_second_time_it_is_only_executed()
    {
        await Execute("{ plan(code: \"a\") }");
        await Execute("{ plan(code: \"a\") }");

        Assert.Equal(["GraphQL Document Parsing", "GraphQL Document Validation", "GraphQL Operation Planning", "query", "query"], _listening.Spans.Select(span => span.DisplayName));
        Assert.Equal(
            [
                "graphql.subscriptions.open 0",
                "graphql.operation_cache.lookups 1 graphql.cache.result=hit",
                "graphql.operation_cache.lookups 1 graphql.cache.result=miss",
            ],
            _listening.Observe());
    }

    [Fact]
    public async Task A_mutation_is_called_so()
    {
        await Execute("mutation { close }");

        Assert.Equal("mutation", _listening.Spans.Last().DisplayName);
        Assert.Equal(["graphql.request.duration time graphql.operation.type=mutation graphql.outcome=ok"], _listening.Measured);
    }

    [Fact]
    public async Task A_document_that_is_no_GraphQL_is_told_by_its_code()
    {
        await Execute("{ plan( }");

        Assert.Equal(
            """
              GraphQL Document Parsing graphql.processing.type=parse
            GraphQL Operation failed graphql.error.count=1 graphql.processing.type=request graphql.outcome=refused
            graphql.error graphql.error.code=HC0014
            """,
            _listening.Tree());
        Assert.Equal(
            ["graphql.errors 1 graphql.error.code=HC0014", "graphql.request.duration time graphql.operation.type=unknown graphql.outcome=refused"],
            _listening.Measured);
    }

    [Fact]
    public async Task A_broken_rule_is_told_by_its_name()
    {
        await Execute("{ plam }");

        Assert.Contains("graphql.errors 1 graphql.error.code=FieldsOnCorrectType", _listening.Measured);
    }

    [Fact]
    public async Task A_fault_is_told_by_its_place_and_the_id_in_the_log_and_not_by_what_it_says()
    {
        await Execute("{ rows: page { broken } }");

        var span = _listening.Spans.Last();
        Assert.Equal(2, span.GetTagItem("graphql.error.count"));
        Assert.Equal(["/rows/0/broken", "/rows/1/broken"], span.Events.Select(error => error.Tags.Single(tag => tag.Key == "graphql.error.path").Value));
        Assert.Equal(_faults.Ids, span.Events.Select(error => error.Tags.Single(tag => tag.Key == "graphql.error.id").Value));
        Assert.Equal(
            [
                "graphql.errors 1 graphql.error.code=UNEXPECTED_EXECUTION_ERROR",
                "graphql.errors 1 graphql.error.code=UNEXPECTED_EXECUTION_ERROR",
                "graphql.request.duration time graphql.operation.type=query graphql.outcome=errors",
            ],
            _listening.Measured);
    }

    [Fact]
    public async Task No_more_than_16_errors_are_told_of_one_operation()
    {
        await Execute($"{{ {string.Join(' ', Enumerable.Range(0, 30).Select(i => $"a{i}: broken"))} }}");

        Assert.Equal(30, _listening.Spans.Last().GetTagItem("graphql.error.count"));
        Assert.Equal(16, _listening.Spans.Last().Events.Count());
    }

    [Fact]
    public async Task Names_that_a_caller_made_long_are_cut()
    {
        var name = new string('x', 5000);
        await Execute($"query {name} {{ {name}: broken }}");

        Assert.Equal(new string('x', 200) + "…", _listening.Spans.Last().GetTagItem("graphql.operation.name"));
        Assert.Equal("/" + new string('x', 199) + "…", _listening.Spans.Last().Events.Single().Tags.Single(tag => tag.Key == "graphql.error.path").Value);
    }

    [Theory]
    [InlineData("""query ($code: String!) { plan(code: $code) }""", """{ "code": "secret" }""")]
    [InlineData("""{ plan(code: "secret") }""", null)]
    [InlineData("""{ plan(kode: "secret") }""", null)]
    [InlineData("""query ($code: Int!) { plan(code: $code) }""", """{ "code": "secret" }""")]
    [InlineData("{ broken forbidden }", null)]
    [InlineData("{ # secret\n broken forbidden }", null)]
    public async Task Nothing_is_told_of_documents_variables_results_and_messages(string query, string? variables)
    {
        await Execute(query, variables);

        Assert.NotEmpty(_listening.Spans);
        Assert.DoesNotContain("secret", _listening.All(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hash_tells_documents_apart()
    {
        await Execute("{ plan(code: \"a\") }");

        Assert.Equal("e8528d3143c5a9e9ec12ae63d8398bcc867bc7587ae613f456e3ac8efea598e3", _listening.Spans.Last().GetTagItem("graphql.document.hash"));
    }

    [Fact]
    public async Task Measurements_name_only_documents_that_the_operator_named()
    {
        using var sent = await _executor.ExecuteAsync(new GraphQLRequest { Query = "query Mine { forbidden }" }, TestContext.Current.CancellationToken);
        using var named = await _executor.ExecuteAsync(new GraphQLRequest { Query = "query Theirs { plan(code: \"a\") }", DocumentId = "weekly-report" }, TestContext.Current.CancellationToken);

        Assert.Equal("weekly-report", _listening.Spans.Last().GetTagItem("graphql.document.id"));
        Assert.Equal(
            [
                "graphql.errors 1 graphql.error.code=FORBIDDEN",
                "graphql.request.duration time graphql.operation.type=query graphql.outcome=errors",
                "graphql.request.duration time graphql.operation.type=query graphql.outcome=ok graphql.document.id=weekly-report",
            ],
            _listening.Measured);
    }

    [Fact]
    public async Task A_caller_who_goes_away_is_no_error()
    {
        await Assert.ThrowsAsync<OperationCanceledException>(
            async () => await _executor.ExecuteAsync(new GraphQLRequest { Query = $"{{ {string.Join(' ', Enumerable.Range(0, 100).Select(i => $"a{i}: page {{ broken }}"))} }}" }, new CancellationToken(canceled: true)));

        Assert.Equal(["graphql.request.duration time graphql.operation.type=unknown graphql.outcome=cancelled"], _listening.Measured);
    }

    [Fact]
    public async Task Each_event_of_a_subscription_has_a_span_of_its_own()
    {
        await Subscribe("subscription Counting { count }");

        const string Event = "subscription graphql.operation.type=subscription graphql.operation.name=Counting graphql.processing.type=subscription_event graphql.outcome=ok";
        Assert.EndsWith($"graphql.processing.type=request graphql.outcome=stream\n{Event}\n{Event}", _listening.Tree(), StringComparison.Ordinal);
        Assert.Equal(
            [
                "graphql.request.duration time graphql.operation.type=subscription graphql.outcome=stream",
                "graphql.request.duration time graphql.operation.type=subscription graphql.outcome=ok",
                "graphql.request.duration time graphql.operation.type=subscription graphql.outcome=ok",
            ],
            _listening.Measured);
    }

    [Fact]
    public async Task A_subscription_is_counted_while_it_is_open()
    {
        var responses = _executor.SubscribeAsync(new GraphQLRequest { Query = "subscription { count }" }, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.Equal("graphql.subscriptions.open 0", _listening.Observe()[0]);
        Assert.True(await responses.MoveNextAsync());
        responses.Current.Dispose();
        Assert.Equal("graphql.subscriptions.open 1", _listening.Observe()[0]);
        await responses.DisposeAsync();
        Assert.Equal("graphql.subscriptions.open 0", _listening.Observe()[0]);
    }

    [Fact]
    public async Task A_source_of_events_that_breaks_is_an_error()
    {
        await Subscribe("subscription { broken }");

        Assert.Equal(
            ["graphql.request.duration time graphql.operation.type=subscription graphql.outcome=stream", "graphql.errors 1 graphql.error.code=UNEXPECTED_EXECUTION_ERROR"],
            _listening.Measured);
    }

    [Fact]
    public async Task While_nobody_listens_requests_take_no_more_memory()
    {
        using var unheard = new EngineDiagnostics();

        Assert.Equal(await BytesOf(Executor(null, new FieldFaults())), await BytesOf(Executor(unheard, new FieldFaults())));
    }

    private static async Task<long> BytesOf(RequestExecutor executor)
    {
        var request = new GraphQLRequest { Query = "{ plan(code: \"a\") }" };
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 1000; attempt++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var answer = executor.ExecuteAsync(request, TestContext.Current.CancellationToken);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(answer.IsCompleted);
            (await answer).Dispose();
            least = Math.Min(least, allocated);
        }

        return least;
    }

    private static RequestExecutor Executor(EngineDiagnostics? diagnostics, FieldFaults faults)
    {
        var bindings = new SchemaBindings()
            .Root("Query", query => query
                .Field("plan", (_, context) => $"secret of {context.Argument<string>("code")}")
                .Field("broken", _ => Throw())
                .Field("forbidden", string? (_) => throw new GraphQLException(new GraphQLError("secret") { Code = "FORBIDDEN" }))
                .Field("page", _ => Enumerable.Range(1, 2)))
            .Type<int>("Row", row => row.Field("broken", _ => Throw()))
            .Root("Mutation", mutation => mutation.Field("close", _ => true))
            .Stream("count", _ => Enumerable.Range(1, 2).ToAsyncEnumerable())
            .Stream<int>("broken", _ => throw new InvalidOperationException("secret"));
        return new RequestExecutor(
            BoundSchema.Create(ExecutionTest.Build(Sdl), bindings), new ExecutionOptions { Diagnostics = diagnostics, OnFault = faults.Add });
    }

    private static string? Throw() => throw new InvalidOperationException("secret");

    private Task<string> Execute(string query, string? variables = null) => ExecutionTest.Execute(_executor, query, variables);

    private async Task Subscribe(string query)
    {
        await foreach (var response in _executor.SubscribeAsync(new GraphQLRequest { Query = query }, TestContext.Current.CancellationToken)) response.Dispose();
    }

    private sealed class FieldFaults
    {
        public List<string> Ids { get; } = [];

        public void Add(FieldFault fault) => Ids.Add(fault.ErrorId);
    }
}
