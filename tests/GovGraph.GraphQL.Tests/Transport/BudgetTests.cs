using GovGraph.GraphQL.Costs;
using GovGraph.GraphQL.Transport;
using GovGraph.GraphQL.Transport.Batching;
using Xunit;

namespace GovGraph.GraphQL.Tests.Transport;

/// <summary>Operations whose caller pays for them: each of these costs one, the least there is.</summary>
public sealed class BudgetTests
{
    private const string Double = """{"query":"{ double(number: 2) }"}""";
    private const string Refusal =
        """{"errors":[{"message":"The budget of 60 a minute is spent. Try again in 7 s, or ask for less at once.","extensions":{"code":"BUDGET_EXCEEDED","budget":{"perMinute":60,"fieldCost":1,"retryAfter":7}}}]}""";

    [Fact]
    public async Task Who_has_spent_its_budget_is_told_when_to_come_back()
    {
        await using var server = await Start(new Purse(2));

        Assert.Equal((200, 200), ((await server.PostAsync(Double)).Status, (await server.PostAsync(Double)).Status));
        var answer = await server.PostAsync(Double);
        Assert.Equal((429, "7", Refusal), (answer.Status, answer.Headers["Retry-After"], answer.Body));
    }

    [Fact]
    public async Task Each_operation_of_a_batch_counts()
    {
        await using var server = await Start(new Purse(1));

        Assert.Equal($$$"""[{"data":{"double":4}},{{{Refusal}}}]""", (await server.PostAsync($"[{Double},{Double}]")).Body);
    }

    [Fact]
    public async Task Each_event_of_a_subscription_counts()
    {
        await using var server = await Start(new Purse(3));
        using var stream = await server.OpenEventStreamAsync("subscription { count(to: 5) }");
        var text = await stream.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            $$$"""
            event: next
            data: {"data":{"count":1}}

            event: next
            data: {"data":{"count":2}}

            event: next
            data: {{{Refusal}}}

            event: complete
            data:

            """.ReplaceLineEndings("\n"),
            text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n");
    }

    [Theory]
    [InlineData("""{"query":"{"}""")]
    [InlineData("""{"query":"{ nothing }"}""")]
    public async Task What_is_not_valid_costs_too(string body)
    {
        await using var server = await Start(new Purse(1));
        await server.PostAsync(body);

        Assert.Equal(429, (await server.PostAsync(Double)).Status);
    }

    [Theory]
    [InlineData(10, 100, 1)]
    [InlineData(10, 3100, 4)]
    [InlineData(5200, 100, 6)]
    [InlineData(5200, 3100, 9)]
    public async Task What_is_long_costs_more(int document, int variables, double price)
    {
        var purse = new Purse(100);
        await using var server = await Start(purse);
        await server.PostAsync($$$"""{"query":"query($number: Int!) { double(number: $number) } #{{{new string('x', document)}}}","variables":{"number":2,"more":"{{{new string('x', variables)}}}"}}""");
        await server.PostAsync($$$"""{"query":"{ nothing } #{{{new string('x', document)}}}","variables":{"more":"{{{new string('x', variables)}}}"}}""");

        Assert.Equal([price, price], purse.Paid);
    }

    [Fact]
    public async Task An_operation_costs_what_its_fields_cost()
    {
        var purse = new Purse(100);
        await using var server = await Start(purse);
        await server.PostAsync("""{"query":"{ __schema { types { name fields { name } } } }"}""");

        Assert.InRange(purse.Paid[0], 2, 100);
    }

    private static Task<LocalServer> Start(Purse purse) => LocalServer.StartAsync(
        CountingSchema.Engine(), new TransportOptions { Budget = _ => purse.Pay, Batching = new BatchingOptions { AllowRequests = true } });

    /// <summary>So much, and never more.</summary>
    private sealed class Purse(double left)
    {
        private double _left = left;

        public List<double> Paid { get; } = [];

        public Overspending? Pay(double cost)
        {
            Paid.Add(cost);
            if (_left < cost) return new Overspending(60, TimeSpan.FromSeconds(6.2));
            _left -= cost;
            return null;
        }
    }
}
