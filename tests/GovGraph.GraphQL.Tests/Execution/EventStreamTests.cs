using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Costs;
using GovGraph.GraphQL.Errors;
using GovGraph.GraphQL.Execution;
using Xunit;

namespace GovGraph.GraphQL.Tests.Execution;

public sealed class EventStreamTests
{
    private const string Sdl =
        """
        type Query { now: Int }
        type Mutation { act: Int }
        type Subscription { onTaskChanged(from: Int! = 1): Task, onFailure: Task, onBreak: Task! }
        type Task { id: Int!, title: String!, onlyOdd: Int! }
        """;

    [Fact]
    public async Task Every_event_gives_a_response() => Assert.Equal(
        ["""{"data":{"onTaskChanged":{"id":2,"title":"two"}}}""", """{"data":{"onTaskChanged":{"id":3,"title":"three"}}}"""],
        await Subscribe("subscription($from: Int!) { onTaskChanged(from: $from) { id title } }", """{"from":2}"""));

    [Fact]
    public async Task An_event_that_fails_does_not_end_the_stream() => Assert.Equal(
        [
            """{"data":{"onTaskChanged":{"onlyOdd":1}}}""",
            """{"data":{"onTaskChanged":null},"errors":[{"message":"2 is even.","locations":[{"line":1,"column":32}],"path":["onTaskChanged","onlyOdd"]}]}""",
            """{"data":{"onTaskChanged":{"onlyOdd":3}}}""",
        ],
        await Subscribe("subscription { onTaskChanged { onlyOdd } }"));

    [Fact]
    public async Task A_source_that_cannot_be_opened_says_why() => Assert.Equal(
        ["""{"errors":[{"message":"Not today.","locations":[{"line":1,"column":16}],"path":["onFailure"]}]}"""],
        await Subscribe("subscription { onFailure { id } }"));

    [Fact]
    public async Task A_source_that_breaks_ends_with_an_error() => Assert.Equal(
        [
            """{"data":{"onBreak":{"id":1}}}""",
            """{"errors":[{"message":"The source broke.","locations":[{"line":1,"column":16}],"path":["onBreak"]}]}""",
        ],
        await Subscribe("subscription { onBreak { id } }"));

    [Fact]
    public async Task Variables_are_checked_before_anything_is_opened() => Assert.Equal(
        ["""{"errors":[{"message":"Variable \"$from\" of required type \"Int!\" was not provided.","locations":[{"line":1,"column":14}],"extensions":{"code":"HC0018","variable":"from"}}]}"""],
        await Subscribe("subscription($from: Int!) { onTaskChanged(from: $from) { id } }"));

    [Fact]
    public async Task Queries_and_mutations_give_one_response()
    {
        Assert.Equal(["""{"data":{"now":7}}"""], await Subscribe("{ now }"));
        Assert.Equal(["""{"data":{"act":8}}"""], await Subscribe("mutation { act }"));
    }

    [Fact]
    public async Task A_subscription_is_not_executed_as_if_it_were_a_query()
    {
        using var response = await Executor().ExecuteAsync(new GraphQLRequest { Query = "subscription { onBreak { id } }" }, TestContext.Current.CancellationToken);
        Assert.Equal(ResponseKind.StreamNeeded, response.Kind);
        Assert.Equal("""{"errors":[{"message":"A subscription needs a transport that can carry a stream of responses."}]}""", Encoding.UTF8.GetString(response.Body.Span));
    }

    [Fact]
    public async Task A_transport_may_forbid_mutations()
    {
        var request = new GraphQLRequest { Query = "mutation { act }", AllowsMutation = false };
        using var response = await Executor().ExecuteAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(ResponseKind.OperationNotAllowed, response.Kind);
    }

    [Fact]
    public async Task A_caller_who_goes_away_ends_the_source()
    {
        using var caller = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var response in Executor().SubscribeAsync(new GraphQLRequest { Query = "subscription { onTaskChanged { id } }" }, caller.Token))
            {
                response.Dispose();
                await caller.CancelAsync();
            }
        });
    }

    [Fact]
    public async Task What_happens_once_the_source_is_open_is_not_missed()
    {
        var numbers = Channel.CreateUnbounded<int>();
        var isOpen = false;
        var bindings = new SchemaBindings().Root("Query", queries => queries.Field("now", _ => 7)).StreamAsync("count", async _ =>
        {
            await Task.Yield();
            isOpen = true;
            return numbers.Reader.ReadAllAsync();
        });
        var executor = new RequestExecutor(
            BoundSchema.Create(ExecutionTest.Build("type Query { now: Int } type Subscription { count: Int }"), bindings), new ExecutionOptions());

        var responses = await executor.OpenAsync(new GraphQLRequest { Query = "subscription { count }" }, TestContext.Current.CancellationToken);
        Assert.True(isOpen);
        numbers.Writer.TryWrite(3);
        numbers.Writer.Complete();

        Assert.Equal(["""{"data":{"count":3}}"""], await Texts(responses));
    }

    [Fact]
    public async Task What_is_asked_is_paid_for_once_whatever_it_is()
    {
        var spent = new List<double>();
        var request = new GraphQLRequest { Query = "subscription { onFailure { id } }", Spend = cost => Note(cost) };
        await Texts(Executor().SubscribeAsync(request, TestContext.Current.CancellationToken));
        await Texts(Executor().SubscribeAsync(request with { Query = "{ now }" }, TestContext.Current.CancellationToken));

        Assert.Equal(2, spent.Count);

        Overspending? Note(double cost)
        {
            spent.Add(cost);
            return null;
        }
    }

    [Fact]
    public async Task What_the_state_holds_for_one_event_is_renewed_before_each()
    {
        var bindings = new SchemaBindings()
            .Root("Query", queries => queries.Field("now", _ => 7))
            .StreamAsync(
                "count",
                context => new ValueTask<IAsyncEnumerable<Changed>>(Enumerable.Range(1, 3).Select(number => new Changed(number, "")).ToAsyncEnumerable()),
                (context, state) => state.Set(new Seen(context.Get<Seen>().Count + context.Argument<int>("by"))))
            .Type<Changed>("Count", counts => counts.Field("seen", (_, context) => context.Get<Seen>().Count));
        var executor = new RequestExecutor(
            BoundSchema.Create(ExecutionTest.Build("type Query { now: Int } type Subscription { count(by: Int!): Count } type Count { seen: Int }"), bindings),
            new ExecutionOptions());
        var request = new GraphQLRequest { Query = "subscription { count(by: 2) { seen } }" };
        request.State.Set(new Seen(0));

        Assert.Equal(
            ["""{"data":{"count":{"seen":2}}}""", """{"data":{"count":{"seen":4}}}""", """{"data":{"count":{"seen":6}}}"""],
            await Texts(executor.SubscribeAsync(request, TestContext.Current.CancellationToken)));
    }

    private static async Task<List<string>> Subscribe(string query, string? variables = null)
    {
        var request = new GraphQLRequest { Query = query, Variables = variables is null ? default : JsonElement.Parse(variables) };
        return await Texts(Executor().SubscribeAsync(request, TestContext.Current.CancellationToken));
    }

    private static async Task<List<string>> Texts(IAsyncEnumerable<GraphQLResponse> responses)
    {
        var texts = new List<string>();
        await foreach (var response in responses)
        {
            texts.Add(Encoding.UTF8.GetString(response.Body.Span));
            response.Dispose();
        }

        return texts;
    }

    private static RequestExecutor Executor()
    {
        var bindings = new SchemaBindings()
            .Root("Query", queries => queries.Field("now", _ => 7))
            .Root("Mutation", mutations => mutations.Field("act", _ => 8))
            .Stream("onTaskChanged", context => Changes(context.Argument<int>("from"), context.CancellationToken))
            .Stream<Changed>("onFailure", _ => throw new GraphQLException(new GraphQLError("Not today.")))
            .Stream("onBreak", _ => BreakAfterOne())
            .Type<Changed>("Task", tasks => tasks
                .Field("id", task => task.Id)
                .Field("title", task => task.Title)
                .Field("onlyOdd", task => task.Id % 2 == 1 ? task.Id : throw new GraphQLException(new GraphQLError($"{task.Id} is even."))));
        return new RequestExecutor(BoundSchema.Create(ExecutionTest.Build(Sdl), bindings), new ExecutionOptions());
    }

    private static async IAsyncEnumerable<Changed> Changes(int from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var change in new Changed[] { new(1, "one"), new(2, "two"), new(3, "three") }.Where(change => change.Id >= from))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return change;
        }
    }

    private static async IAsyncEnumerable<Changed> BreakAfterOne()
    {
        await Task.Yield();
        yield return new Changed(1, "one");
        throw new GraphQLException(new GraphQLError("The source broke."));
    }

    private sealed record Changed(int Id, string Title);

    private sealed record Seen(int Count);
}
