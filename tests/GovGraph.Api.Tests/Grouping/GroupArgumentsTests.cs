using System.Text.Json;
using Xunit;

namespace GovGraph.Api.Tests.Grouping;

public sealed class GroupArgumentsTests
{
    [Theory]
    [InlineData("by: []", "by", "Name at least one key in `by`.")]
    [InlineData("by: [AREA, AREA]", "by", "Name each key once in `by`.")]
    [InlineData("by: [AREA, PLAN, YEAR, UNIT, STATUS]", "by", "`by` takes at most 4 keys; here are 5.")]
    [InlineData(
        """by: [AREA], periods: { from: "2024-01-01", to: "2024-12-31" }""",
        "periods",
        "`periods` goes with MONTH or QUARTER in `by`: name one of them, or leave `periods` out.")]
    [InlineData(
        """by: [MONTH], periods: { from: "2024-02-01", to: "2024-01-31" }""", "periods", "`periods` must not end before it begins: `from` is after `to`.")]
    [InlineData(
        """by: [MONTH], periods: { from: "0001-01-01", to: "9999-12-31", includeEmpty: true }""",
        "periods",
        "`periods` spans at most 240 months; from 0001-01-01 to 9999-12-31 there are 119988.")]
    [InlineData("by: [AREA], order: [{ key: { plan: ASC } }]", "order", "The groups can't be ordered by `plan`, which is not among the keys in `by`.")]
    public async Task What_does_not_go_together_is_refused(string arguments, string argument, string message)
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        var error = JsonElement.Parse(await test.Send($$"""{ tasksGroupBy({{arguments}}) { nodes { count } } }""")).GetProperty("errors")[0];

        Assert.Equal(message, error.GetProperty("message").GetString());
        Assert.Equal(
            $$"""{"argument":"{{argument}}","coordinate":"Query.tasksGroupBy","code":"INVALID_ARGUMENT"}""",
            JsonSerializer.Serialize(error.GetProperty("extensions").EnumerateObject().OrderBy(member => member.Name == "code").ToDictionary(member => member.Name, member => member.Value)));
    }

    [Fact]
    public async Task Groups_come_page_by_page_where_there_are_many()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        var first = JsonElement.Parse(await test.Send("""{ tasksGroupBy(by: [UNIT]) { totalCount nodes { count } pageInfo { hasNextPage endCursor } } }"""))
            .GetProperty("data").GetProperty("tasksGroupBy");
        var second = JsonElement.Parse(await test.Send(
            """query($after: String) { tasksGroupBy(by: [UNIT], after: $after, order: []) { nodes { count } pageInfo { hasPreviousPage } } }""",
            $$"""{"after":"{{first.GetProperty("pageInfo").GetProperty("endCursor").GetString()}}"}""")).GetProperty("data").GetProperty("tasksGroupBy");

        Assert.Equal(50, first.GetProperty("nodes").GetArrayLength());
        Assert.True(first.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.Equal(Math.Min(50, first.GetProperty("totalCount").GetInt32() - 50), second.GetProperty("nodes").GetArrayLength());
        Assert.True(second.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
    }

    [Fact]
    public async Task A_variable_that_is_not_given_drops_its_condition_on_groups()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        Assert.Equal(
            """{"data":{"tasksGroupBy":{"totalCount":5}}}""",
            await test.Send("query($least: Int) { tasksGroupBy(by: [PLAN], having: { count: { gte: $least } }) { totalCount } }"));
        Assert.Equal(
            """{"data":{"tasksGroupBy":{"totalCount":2}}}""",
            await test.Send("query($least: Int) { tasksGroupBy(by: [PLAN], having: { count: { gte: $least } }) { totalCount } }", """{"least":62}"""));
    }
}
