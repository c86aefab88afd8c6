using System.Text;
using GovGraph.GraphQL.Bindings;
using GovGraph.GraphQL.Execution;
using GovGraph.GraphQL.Validation;
using Xunit;

namespace GovGraph.GraphQL.Tests.Execution;

public sealed class ExecutionLimitsTests
{
    private const string Sdl = "type Query { numbers(count: Int!): [Int!]!, never: Int, self: Query!, selves: [Query!]!, late: Int, failing(count: Int!): [Float] }";

    [Fact]
    public async Task A_response_that_grows_too_large_is_given_up() => await Aborts(
        """{"errors":[{"message":"The response is larger than the 5000 bytes allowed. Ask for less at once.","extensions":{"code":"RESPONSE_TOO_LARGE"}}]}""",
        "{ numbers(count: 100000) }",
        new ExecutionOptions { MaxResponseBytes = 5000 });

    [Fact]
    public async Task An_endless_list_ends_at_the_limit() => await Aborts(
        """{"errors":[{"message":"The response is larger than the 1000000 bytes allowed. Ask for less at once.","extensions":{"code":"RESPONSE_TOO_LARGE"}}]}""",
        "{ numbers(count: -1) }",
        new ExecutionOptions { MaxResponseBytes = 1_000_000 });

    [Fact]
    public async Task A_resolver_that_waits_too_long_is_given_up()
    {
        var clock = new ManualClock();
        var executing = Execute("{ never }", new ExecutionOptions { Timeout = TimeSpan.FromSeconds(3), TimeProvider = clock });
        clock.Advance(TimeSpan.FromSeconds(3));
        using var response = await executing;
        Assert.Equal(ResponseKind.Aborted, response.Kind);
        Assert.Equal(
            """{"errors":[{"message":"The request exceeded the configured timeout of `00:00:03`.","extensions":{"code":"HC0045"}}]}""",
            Encoding.UTF8.GetString(response.Body.Span));
    }

    [Fact]
    public async Task Work_that_never_waits_is_given_up_too()
    {
        var clock = new ManualClock { AdvancesBy = TimeSpan.FromSeconds(1) };
        await Aborts(
            """{"errors":[{"message":"The request exceeded the configured timeout of `00:00:03`.","extensions":{"code":"HC0045"}}]}""",
            "{ selves { selves { selves { __typename } } } }",
            new ExecutionOptions { Timeout = TimeSpan.FromSeconds(3), TimeProvider = clock, Costs = new() { EnforceCostLimits = false } });
    }

    [Fact]
    public async Task A_caller_who_goes_away_is_told_by_an_exception()
    {
        using var caller = new CancellationTokenSource();
        var executing = Execute("{ never }", new ExecutionOptions(), caller: caller.Token);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await executing);
    }

    [Fact]
    public async Task Nesting_has_an_end_that_spares_the_stack()
    {
        var query = string.Concat(Enumerable.Repeat("{ self ", 600)) + "{ __typename }" + new string('}', 600);
        var options = new ExecutionOptions
        {
            Parser = new() { MaxDepth = 1000 },
            Validation = ValidationOptions.SpecificationOnly,
            Costs = new() { EnforceCostLimits = false },
        };
        using var response = await Execute(query, options);
        Assert.Equal(1, response.ErrorCount);
        Assert.Contains("The response is nested deeper than 512 levels. Ask for less at once.", Encoding.UTF8.GetString(response.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Countless_errors_are_not_all_told()
    {
        using var response = await Execute("{ failing(count: 5000) }", new ExecutionOptions());
        Assert.Equal(1001, response.ErrorCount);
        Assert.EndsWith("""{"message":"There are more than 1000 errors; the others are not told."}]}""", Encoding.UTF8.GetString(response.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Introspection_can_be_switched_off()
    {
        using var response = await Execute("{ __schema { description } }", new ExecutionOptions { Validation = new() { AllowIntrospection = false } });
        Assert.Equal(ResponseKind.RequestError, response.Kind);
        Assert.Contains("HC0046", Encoding.UTF8.GetString(response.Body.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resolver_that_is_late_writes_nowhere()
    {
        var clock = new ManualClock();
        var late = new TaskCompletionSource<int?>();
        var executing = Execute("{ late }", new ExecutionOptions { Timeout = TimeSpan.FromSeconds(3), TimeProvider = clock }, late: late.Task);
        clock.Advance(TimeSpan.FromSeconds(3));
        using var response = await executing;
        var before = response.Body.ToArray();
        late.SetResult(5);
        Assert.Equal(before, response.Body.ToArray());
    }

    private static async Task Aborts(string expected, string query, ExecutionOptions options)
    {
        using var response = await Execute(query, options);
        Assert.Equal(ResponseKind.Aborted, response.Kind);
        Assert.Equal(expected, Encoding.UTF8.GetString(response.Body.Span));
    }

    private static async Task<GraphQLResponse> Execute(
        string query, ExecutionOptions options, Task<int?>? late = null, CancellationToken? caller = null)
    {
        var bindings = new SchemaBindings().Root("Query", queries => queries
            .Field("numbers", (_, context) => Numbers(context.Argument<int>("count")))
            .FieldAsync("never", async (_, context) =>
            {
                await Task.Delay(Timeout.Infinite, context.CancellationToken);
                return (int?)null;
            })
            .FieldAsync("late", (_, _) => new ValueTask<int?>(late!))
            .Field("failing", (_, context) => Enumerable.Repeat(double.NaN, context.Argument<int>("count")))
            .Field("self", root => root)
            .Field("selves", root => Enumerable.Repeat(root, 100)));
        var executor = new RequestExecutor(BoundSchema.Create(ExecutionTest.Build(Sdl), bindings), options);
        return await executor.ExecuteAsync(new GraphQLRequest { Query = query }, caller ?? TestContext.Current.CancellationToken);
    }

    private static IEnumerable<int> Numbers(int count)
    {
        for (var number = 0; number != count; number++) yield return number;
    }

    /// <summary>Time that passes when the test says so, or a step at every look.</summary>
    private sealed class ManualClock : TimeProvider
    {
        private readonly List<ManualTimer> _timers = [];
        private TimeSpan _now;

        public TimeSpan AdvancesBy { get; init; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => (_now += AdvancesBy).Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new ManualTimer(() => callback(state)) { DueAt = _now + dueTime };
            _timers.Add(timer);
            return timer;
        }

        public void Advance(TimeSpan time)
        {
            _now += time;
            foreach (var timer in _timers.Where(timer => timer.DueAt <= _now)) timer.Fire();
        }
    }

    private sealed class ManualTimer(Action fire) : ITimer
    {
        public TimeSpan DueAt { get; init; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
