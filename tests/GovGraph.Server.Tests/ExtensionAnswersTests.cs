using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>More time and notes, over HTTP.</summary>
public abstract class ExtensionAnswersTests
{
    private const string Id = "my-hoa-hung-2024-kstthc/1.1";

    private protected abstract RunningServer Server { get; }

    [Fact]
    public async Task More_time_is_asked_for_granted_and_held_against()
    {
        Assert.Equal(
            """{"extension":{"id":"my-hoa-hung-2024-kstthc/1.1/extension/1","state":"REQUESTED","until":"2100-03-31","reason":"Chờ hướng dẫn của huyện","decision":null},"task":{"extendedTo":null},"errors":null}""",
            await Send("requestExtension", Request(Id), "extension { id state until reason decision { verdict } } task { extendedTo } errors { __typename }"));
        Assert.Equal(1, await Count("""extensions: { some: { state: { eq: REQUESTED } } }"""));
        Assert.Equal(
            """{"errors":[{"code":"EXTENSION_REQUESTED","extension":{"state":"REQUESTED"}}]}""",
            await Send("requestExtension", Request(Id), "errors { ... on ExtensionRequestedError { code extension { state } } }"));

        Assert.Equal(
            """{"extension":{"state":"GRANTED","decision":{"verdict":"GRANT","until":"2100-02-28","by":null,"reason":"Đồng ý"}},"task":{"deadline":{"dueDate":"2024-02-05"},"currentDeadline":{"text":"05/02/2024","dueDate":"2100-02-28","steps":[{"due":"2100-02-28"}]},"deadlineState":"OPEN_WITHIN"},"errors":null}""",
            await Send(
                "decideExtension",
                $$"""extensionId: "{{Id}}/extension/1", decision: GRANT, until: "2100-02-28", reason: "Đồng ý" """,
                """extension { state decision { verdict until by reason } } task { deadline { dueDate } currentDeadline { text dueDate steps { due } } deadlineState(asOf: "2024-06-01") } errors { __typename }"""));

        Assert.Equal((1, 0), (await Count("""deadline: { lte: "2024-02-05" }"""), await Count("""currentDeadline: { lte: "2024-02-05" }""")));
        Assert.Equal(1, await Count("""currentDeadline: { gte: "2100-02-01", lte: "2100-02-28" }"""));
        Assert.Equal((0, 1), (await Count("""deadlineState: { asOf: "2024-06-01", eq: OPEN_OVERDUE }"""), await Count("""deadlineState: { asOf: "2024-06-01", eq: OPEN_WITHIN }""")));
        Assert.Equal(
            """{"data":{"tasks":{"nodes":[{"id":"my-hoa-hung-2024-kstthc/1.1"}]}}}""",
            (await Server.Send("""{ tasks(where: { deadline: { exists: true } }, order: [{ currentDeadline: { dueDate: DESC } }], first: 1) { nodes { id } } }""")).GetRawText());
        Assert.Equal(
            """{"data":{"planById":{"dueSteps":[{"due":"2100-02-28","task":{"id":"my-hoa-hung-2024-kstthc/1.1"}}]}}}""",
            (await Server.Send("""{ planById(id: "my-hoa-hung-2024-kstthc") { dueSteps(where: { due: { gt: "2099-01-01" } }) { due task { id } } } }""")).GetRawText());
        Assert.Equal(
            """{"data":{"taskById":{"history":{"nodes":[{"kind":"EXTENSION_DECIDED","changes":[{"field":"extensions","before":"2024-02-05 to 2100-03-31, Chờ hướng dẫn của huyện","after":"2024-02-05 to 2100-03-31, Chờ hướng dẫn của huyện, GRANTED: Đồng ý"},{"field":"extendedTo","before":null,"after":"2100-02-28"}]},{"kind":"EXTENSION_REQUESTED","changes":[{"field":"extensions","before":null,"after":"2024-02-05 to 2100-03-31, Chờ hướng dẫn của huyện"}]}]}}}}""",
            (await Server.Send($$"""{ taskById(id: "{{Id}}") { history(where: { kind: { neq: PLAN_ADDED } }) { nodes { kind changes { field before after } } } } }""")).GetRawText());
    }

    [Fact]
    public async Task A_note_is_kept_and_found()
    {
        const string Other = "my-hoa-hung-2024-kstthc/1.3";
        Assert.Equal(
            """{"note":{"id":"my-hoa-hung-2024-kstthc/1.3/note/1","text":"Đã họp\nlần 1","by":null},"task":{"notes":[{"text":"Đã họp\nlần 1"}]},"errors":null}""",
            await Send("addNote", $$"""taskId: "{{Other}}", text: " Đã họp\r\nlần 1 " """, "note { id text by } task { notes { text } } errors { __typename }"));
        Assert.Equal(
            """{"data":{"tasks":{"nodes":[{"id":"my-hoa-hung-2024-kstthc/1.3"}]}}}""",
            (await Server.Send("""{ tasks(where: { notes: { some: { text: { contains: "da hop" } } } }) { nodes { id } } }""")).GetRawText());
        Assert.Equal(
            """{"data":{"node":{"text":"Đã họp\nlần 1"}}}""",
            (await Server.Send($$"""{ node(id: "{{Other}}/note/1") { ... on TaskNote { text } } }""")).GetRawText());
    }

    [Theory]
    [InlineData("requestExtension", "taskId: \"my-hoa-hung-2024-kstthc/1.2\", until: \"2000-01-01\", reason: \" \"", "VALIDATION_FAILED VALIDATION_FAILED")]
    [InlineData("requestExtension", "taskId: \"none\", until: \"2099-01-01\", reason: \"x\"", "TASK_NOT_FOUND")]
    [InlineData("requestExtension", "taskId: \"my-hoa-hung-2024-kstthc/6.3\", until: \"2099-01-01\", reason: \"x\"", "NOTHING_TO_EXTEND")]
    [InlineData("decideExtension", "extensionId: \"x\", decision: GRANT", "EXTENSION_NOT_FOUND")]
    [InlineData("decideExtension", "extensionId: \"my-hoa-hung-2024-kstthc/1.2/extension/1\", decision: GRANT", "EXTENSION_NOT_FOUND")]
    [InlineData("decideExtension", "extensionId: \"x\", decision: REFUSE, until: \"2099-01-01\"", "VALIDATION_FAILED VALIDATION_FAILED")]
    [InlineData("addNote", "taskId: \"\", text: \"\"", "VALIDATION_FAILED VALIDATION_FAILED")]
    [InlineData("addNote", "taskId: \"x\", text: \"a\\u0000b\"", "VALIDATION_FAILED")]
    [InlineData("addNote", "taskId: \"x\", text: \"a\\u202Eb\"", "VALIDATION_FAILED")]
    [InlineData("addNote", "taskId: \"my-hoa-hung-2024-kstthc/9.9\", text: \"x\"", "TASK_NOT_FOUND")]
    public async Task What_can_not_be_is_refused(string mutation, string input, string codes)
    {
        var answer = await Server.Send($$"""mutation { {{mutation}}(input: { {{input}} }) { errors { ... on Error { code } } } }""");

        Assert.Equal(codes, string.Join(' ', answer.GetProperty("data").GetProperty(mutation).GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetString())));
    }

    private static string Request(string task) => $$"""taskId: "{{task}}", until: "2100-03-31", reason: " Chờ hướng dẫn của huyện" """;

    private async Task<string> Send(string mutation, string input, string fields)
    {
        var answer = await Server.Send($$"""mutation { {{mutation}}(input: { {{input}} }) { {{fields}} } }""");
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetProperty(mutation).GetRawText();
    }

    private async Task<int> Count(string where) =>
        (await Server.Send($$"""{ tasks(where: { id: { eq: "{{Id}}" }, {{where}} }) { totalCount } }""")).GetProperty("data").GetProperty("tasks").GetProperty("totalCount").GetInt32();
}

public sealed class EmbeddedExtensionAnswersTests(OwnServerFixture fixture) : ExtensionAnswersTests, IClassFixture<OwnServerFixture>
{
    private protected override RunningServer Server => fixture.Server;
}

public sealed class MongoExtensionAnswersTests(MongoFixture fixture) : ExtensionAnswersTests, IClassFixture<MongoFixture>
{
    private protected override RunningServer Server => fixture.Server;
}
