using Xunit;

namespace GovGraph.Api.Tests;

/// <summary>JSON of the domain's objects is copied from one response into the next: never past a change.</summary>
public sealed class CopiedResponsesTests
{
    private const string Query =
        """
        query($id: ID!) {
          taskById(id: $id) {
            id title status version statusNote
            evidence { id title number }
            plan { id version title program tasks { id status version title } }
          }
        }
        """;

    [Fact]
    public async Task A_change_shows_however_often_the_task_was_served_before()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        const string Variables = """{"id":"thuong-lo-2020-cchc/1.1#1"}""";
        var first = await test.Send(Query, Variables);
        Assert.Contains("\"status\":\"NOT_STARTED\",\"version\":1", first, StringComparison.Ordinal);
        for (var round = 0; round < 3; round++) Assert.Equal(first, await test.Send(Query, Variables));

        var changed = await test.Send(
            """mutation($id: ID!) { updateTaskStatus(input: {taskId: $id, status: IN_PROGRESS, note: "bắt đầu"}) { task { id title status version statusNote } errors { __typename } } }""",
            Variables);
        Assert.Contains("\"status\":\"IN_PROGRESS\",\"version\":2,\"statusNote\":\"bắt đầu\"", changed, StringComparison.Ordinal);

        var second = await test.Send(Query, Variables);
        Assert.Contains("\"status\":\"IN_PROGRESS\",\"version\":2,\"statusNote\":\"bắt đầu\"", second, StringComparison.Ordinal);
        Assert.Contains("\"plan\":{\"id\":\"thuong-lo-2020-cchc\",\"version\":2", second, StringComparison.Ordinal);
        for (var round = 0; round < 3; round++) Assert.Equal(second, await test.Send(Query, Variables));
    }
}
