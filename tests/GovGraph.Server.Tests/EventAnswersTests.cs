using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>Events that start a task's clock, over HTTP.</summary>
public abstract class EventAnswersTests
{
    private const string Id = "my-hoa-hung-2024-kstthc/6.3";

    private protected abstract RunningServer Server { get; }

    [Fact]
    public async Task A_complaint_starts_the_clock_and_its_answer_stops_it()
    {
        Assert.Equal(
            """{"event":{"id":"my-hoa-hung-2024-kstthc/6.3/event/1","trigger":"ngày tiếp nhận","due":"2024-05-16","state":"OVERDUE","note":"Đơn số 7"},"task":{"version":2,"deadlineState":"NO_DEADLINE"},"errors":null}""",
            await Send("recordEvent", $$"""taskId: "{{Id}}", happenedOn: "2024-05-06", note: " Đơn số 7" """, """event { id trigger due state(asOf: "2024-05-17") note } task { version deadlineState } errors { __typename }"""));
        Assert.Equal(1, await Count("""{ due: { lt: "2024-05-17" }, doneOn: { eq: null } }"""));
        Assert.Equal(0, await Count("""{ due: { lt: "2024-05-16" }, doneOn: { eq: null } }"""));

        Assert.Equal(
            """{"event":{"doneOn":"2024-05-15","state":"ON_TIME","doneNote":"Đã trả lời"},"errors":null}""",
            await Send("closeEvent", $$"""eventId: "{{Id}}/event/1", doneOn: "2024-05-15", note: "Đã trả lời" """, "event { doneOn state doneNote } errors { __typename }"));
        Assert.Equal(0, await Count("""{ due: { lt: "2024-05-17" }, doneOn: { eq: null } }"""));
        Assert.Equal(
            """{"data":{"node":{"trigger":"ngày tiếp nhận","happenedOn":"2024-05-06","state":"OPEN"}}}""",
            (await Server.Send($$"""{ node(id: "{{Id}}/event/1") { ... on TaskEvent { trigger happenedOn state(asOf: "2024-05-14") } } }""")).GetRawText());
        Assert.Equal(
            """{"errors":[{"code":"EVENT_CLOSED","message":"What my-hoa-hung-2024-kstthc/6.3/event/1 asks for was done already on 2024-05-15."}]}""",
            await Send("closeEvent", $$"""eventId: "{{Id}}/event/1" """, "errors { ... on Error { code message } }"));
    }

    [Theory]
    [InlineData("recordEvent", "taskId: \"my-hoa-hung-2024-kstthc/1.1\", happenedOn: \"2024-05-06\"", "TRIGGER_NOT_FOUND", "The task's time depends on no event.")]
    [InlineData("recordEvent", "taskId: \"none\", happenedOn: \"2024-05-06\"", "TASK_NOT_FOUND", "There is no task none.")]
    [InlineData("recordEvent", "taskId: \"none\", happenedOn: \"2101-05-06\"", "VALIDATION_FAILED", "An event lies between 1945-09-02 and 2100-12-31.")]
    [InlineData("closeEvent", "eventId: \"my-hoa-hung-2024-kstthc/6.4/event/9\"", "EVENT_NOT_FOUND", "There is no event my-hoa-hung-2024-kstthc/6.4/event/9.")]
    [InlineData("closeEvent", "eventId: \"none/event/9\"", "EVENT_NOT_FOUND", "There is no event none/event/9.")]
    [InlineData("closeEvent", "eventId: \"x\"", "EVENT_NOT_FOUND", "There is no event x.")]
    public async Task What_can_not_be_is_refused(string mutation, string input, string code, string message) => Assert.Equal(
        $$"""{"errors":[{"code":"{{code}}","message":"{{message}}"}]}""", await Send(mutation, input, "errors { ... on Error { code message } }"));

    private async Task<string> Send(string mutation, string input, string fields)
    {
        var answer = await Server.Send($$"""mutation { {{mutation}}(input: { {{input}} }) { {{fields}} } }""");
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetProperty(mutation).GetRawText();
    }

    private async Task<int> Count(string events) =>
        (await Server.Send($$"""{ tasks(where: { events: { some: {{events}} } }) { totalCount } }""")).GetProperty("data").GetProperty("tasks").GetProperty("totalCount").GetInt32();
}

public sealed class EmbeddedEventAnswersTests(OwnServerFixture fixture) : EventAnswersTests, IClassFixture<OwnServerFixture>
{
    private protected override RunningServer Server => fixture.Server;
}

public sealed class MongoEventAnswersTests(MongoFixture fixture) : EventAnswersTests, IClassFixture<MongoFixture>
{
    private protected override RunningServer Server => fixture.Server;
}
