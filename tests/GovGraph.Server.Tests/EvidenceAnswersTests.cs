using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>What becomes of evidence, over HTTP.</summary>
public abstract class EvidenceAnswersTests
{
    private const string Id = "thuong-lo-2020-cchc/1.3.2";

    private protected abstract RunningServer Server { get; }

    [Fact]
    public async Task A_figure_is_handed_in_returned_accepted_and_counted()
    {
        Assert.Equal(
            """{"evidence":{"id":"thuong-lo-2020-cchc/1.3.2/evidence/1","kind":"FIGURE","title":"Tỷ lệ hồ sơ đúng hạn","value":95.50,"unit":"%","period":{"name":"2020-Q1"},"date":null,"state":"SUBMITTED","reviews":[]},"errors":null}""",
            await Send("addEvidence", Figure(Id, "95.50", "period: { quarter: { year: 2020, quarter: 1 } }"), "evidence { id kind title value unit period { name } date state reviews { decision } } errors { __typename }"));
        Assert.Equal(1, await Waiting());
        Assert.Equal(
            """{"data":{"tasks":{"nodes":[{"id":"thuong-lo-2020-cchc/1.3.2"}]}}}""",
            (await Server.Send("""{ tasks(where: { evidence: { some: { kind: { eq: FIGURE }, value: { gt: 95.4, lte: 95.5 } } } }) { nodes { id } } }""")).GetRawText());
        Assert.Equal(
            """{"errors":[{"code":"DUPLICATE_EVIDENCE","evidence":{"value":95.50}}]}""",
            await Send("addEvidence", Figure(Id, "96", "period: { quarter: { year: 2020, quarter: 1 } }"), "errors { ... on DuplicateEvidenceError { code evidence { value } } }"));

        await Send("updateTaskStatus", $$"""taskId: "{{Id}}", status: COMPLETED, completedOn: "2020-05-07" """, "errors { __typename }");
        Assert.Equal(
            """{"task":{"status":"IN_PROGRESS","statusNote":"Thiếu nguồn số liệu","completedOn":null,"version":4},"evidence":{"state":"RETURNED"},"errors":null}""",
            await Review(Id, "RETURN", "Thiếu nguồn số liệu", "task { status statusNote completedOn version } evidence { state } errors { __typename }"));
        Assert.Equal(0, await Waiting());
        Assert.Equal(
            """{"errors":[{"code":"EVIDENCE_MISSING","message":"All evidence of the task thuong-lo-2020-cchc/1.3.2 was returned or withdrawn: add other evidence, then complete it."}]}""",
            await Send("updateTaskStatus", $$"""taskId: "{{Id}}", status: COMPLETED""", "errors { ... on Error { code message } }"));

        Assert.Equal(
            """{"evidence":{"state":"ACCEPTED","reviews":[{"decision":"RETURN","by":null,"reason":"Thiếu nguồn số liệu"},{"decision":"ACCEPT","by":null,"reason":null}]}}""",
            await Review(Id, "ACCEPT", null, "evidence { state reviews { decision by reason } }"));
        await Send("updateTaskStatus", $$"""taskId: "{{Id}}", status: COMPLETED, completedOn: "2020-05-08" """, "errors { __typename }");
        Assert.Equal(
            """{"errors":[{"code":"EVIDENCE_NEEDED","task":{"status":"COMPLETED"}}]}""",
            await Send("withdrawEvidence", $$"""evidenceId: "{{Id}}/evidence/1", reason: "Nhầm" """, "errors { ... on EvidenceNeededError { code task { status } } }"));
        Assert.Equal(
            """{"data":{"taskById":{"history":{"nodes":[{"kind":"STATUS_CHANGED"},{"kind":"EVIDENCE_REVIEWED"},{"kind":"STATUS_CHANGED"},{"kind":"STATUS_CHANGED"},{"kind":"EVIDENCE_ADDED"},{"kind":"PLAN_ADDED"}]}}}}""",
            (await Server.Send($$"""{ taskById(id: "{{Id}}") { history { nodes { kind } } } }""")).GetRawText());
        Assert.Equal(
            """{"data":{"taskById":{"evidence":[{"history":{"totalCount":3,"nodes":[{"kind":"EVIDENCE_REVIEWED"},{"kind":"STATUS_CHANGED"},{"kind":"EVIDENCE_ADDED"}]}}]}}}""",
            (await Server.Send($$"""{ taskById(id: "{{Id}}") { evidence { history { totalCount nodes { kind } } } } }""")).GetRawText());
    }

    [Fact]
    public async Task The_history_of_an_item_tells_its_own_changes_only()
    {
        const string Task = "thuong-lo-2020-cchc/1.5.2#4";
        await Send("addEvidence", Figure(Task, "1", "date: \"2020-03-04\""), "errors { __typename }");
        await Send("addEvidence", Figure(Task, "2", "date: \"2020-03-05\""), "errors { __typename }");
        await Send("addNote", $$"""taskId: "{{Task}}", text: "Đã gửi" """, "errors { __typename }");
        const string FirstPage = """{ node(id: "thuong-lo-2020-cchc/1.5.2#4/evidence/1") { ... on Evidence { history(first: 1) { nodes { kind } pageInfo { endCursor hasNextPage } } } } }""";
        var page = (await Server.Send(FirstPage)).GetProperty("data").GetProperty("node").GetProperty("history");
        Assert.Equal("""[{"kind":"EVIDENCE_ADDED"}]""", page.GetProperty("nodes").GetRawText());
        Assert.False(page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());

        await Send("withdrawEvidence", $$"""evidenceId: "{{Task}}/evidence/1", reason: "Nhầm" """, "errors { __typename }");
        var cursor = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        Assert.Equal(
            """{"data":{"one":{"history":{"nodes":[{"kind":"EVIDENCE_WITHDRAWN"},{"kind":"EVIDENCE_ADDED"}]}},"before":{"history":{"nodes":[{"kind":"EVIDENCE_WITHDRAWN"}]}},"two":{"history":{"nodes":[{"kind":"EVIDENCE_ADDED"}]}},"note":{"history":{"nodes":[{"changes":[{"field":"notes","after":"Đã gửi"}]}]}}}}""",
            (await Server.Send($$"""
            {
              one: node(id: "{{Task}}/evidence/1") { ... on Evidence { history { nodes { kind } } } }
              before: node(id: "{{Task}}/evidence/1") { ... on Evidence { history(last: 5, before: "{{cursor}}") { nodes { kind } } } }
              two: node(id: "{{Task}}/evidence/2") { ... on Evidence { history { nodes { kind } } } }
              note: node(id: "{{Task}}/note/1") { ... on TaskNote { history { nodes { changes { field after } } } } }
            }
            """)).GetRawText());
    }

    [Fact]
    public async Task Withdrawn_evidence_is_kept_with_its_reason()
    {
        const string Other = "thuong-lo-2020-cchc/1.3.1#1";
        await Send("addEvidence", Figure(Other, "12", "date: \"2020-03-04\""), "errors { __typename }");

        Assert.Equal(
            """{"evidence":{"state":"WITHDRAWN","withdrawal":{"by":null,"reason":"Nhầm nhiệm vụ"}},"task":{"evidence":[]},"errors":null}""",
            await Send("withdrawEvidence", $$"""evidenceId: "{{Other}}/evidence/1", reason: " Nhầm nhiệm vụ" """, "evidence { state withdrawal { by reason } } task { evidence(where: { state: { in: [SUBMITTED, ACCEPTED] } }) { id } } errors { __typename }"));
        Assert.Equal(
            """{"errors":[{"code":"EVIDENCE_STATE_NOT_ALLOWED","state":"WITHDRAWN"}]}""",
            await Review(Other, "ACCEPT", null, "errors { ... on EvidenceStateNotAllowedError { code state } }"));
    }

    [Fact]
    public async Task Validating_a_review_changes_nothing()
    {
        const string Other = "thuong-lo-2020-cchc/1.3.1#2";
        await Send("addEvidence", Figure(Other, "12", "date: \"2020-03-04\""), "errors { __typename }");

        Assert.Equal(
            """{"evidence":{"state":"ACCEPTED"},"task":{"version":3}}""",
            await Send("reviewEvidence", $$"""evidenceId: "{{Other}}/evidence/1", decision: ACCEPT, validateOnly: true""", "evidence { state } task { version }"));
        Assert.Equal(
            """{"data":{"node":{"state":"SUBMITTED"}}}""",
            (await Server.Send($$"""{ node(id: "{{Other}}/evidence/1") { ... on Evidence { state } } }""")).GetRawText());
    }

    [Theory]
    [InlineData("reviewEvidence", "evidenceId: \"x\", decision: ACCEPT", "EVIDENCE_NOT_FOUND", "There is no evidence x.")]
    [InlineData("reviewEvidence", "evidenceId: \"none/evidence/1\", decision: ACCEPT", "EVIDENCE_NOT_FOUND", "There is no evidence none/evidence/1.")]
    [InlineData("reviewEvidence", "evidenceId: \"x\", decision: RETURN, reason: \"  \"", "VALIDATION_FAILED", "Evidence is returned with a reason: say what is wanted.")]
    [InlineData("withdrawEvidence", "evidenceId: \"thuong-lo-2020-cchc/1.1.1/evidence/9\", reason: \"x\"", "EVIDENCE_NOT_FOUND", "There is no evidence thuong-lo-2020-cchc/1.1.1/evidence/9.")]
    [InlineData("withdrawEvidence", "evidenceId: \"x\"", "VALIDATION_FAILED", "Evidence is withdrawn with a reason: say why it is not to count.")]
    public async Task What_can_not_be_is_refused(string mutation, string input, string code, string message) => Assert.Equal(
        $$"""{"errors":[{"code":"{{code}}","message":"{{message}}"}]}""", await Send(mutation, input, "errors { ... on Error { code message } }"));

    [Fact]
    public async Task All_faults_of_a_figure_are_told_at_once() => Assert.Equal(
        """{"errors":[{"path":["evidence","figure","title"]},{"path":["evidence","figure","unit"]},{"path":["evidence","figure","value"]},{"path":["evidence","figure","reached","date"]}]}""",
        await Send(
            "addEvidence",
            """taskId: "x", evidence: { figure: { title: " ", unit: "", value: 1234567890123, reached: { date: "2199-01-01" } } }""",
            "errors { ... on ValidationError { path } }"));

    private static string Figure(string task, string value, string reached) =>
        $$"""taskId: "{{task}}", evidence: { figure: { title: " Tỷ lệ hồ sơ đúng hạn", value: {{value}}, unit: "%", reached: { {{reached}} } } }""";

    private Task<string> Review(string task, string decision, string? reason, string fields) =>
        Send("reviewEvidence", $"evidenceId: \"{task}/evidence/1\", decision: {decision}{(reason is null ? "" : $", reason: \"{reason}\"")}", fields);

    private async Task<string> Send(string mutation, string input, string fields)
    {
        var answer = await Server.Send($$"""mutation { {{mutation}}(input: { {{input}} }) { {{fields}} } }""");
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetProperty(mutation).GetRawText();
    }

    private async Task<int> Waiting() =>
        (await Server.Send($$"""{ tasks(where: { id: { eq: "{{Id}}" }, evidence: { some: { state: { eq: SUBMITTED } } } }) { totalCount } }"""))
            .GetProperty("data").GetProperty("tasks").GetProperty("totalCount").GetInt32();
}

public sealed class EmbeddedEvidenceAnswersTests(OwnServerFixture fixture) : EvidenceAnswersTests, IClassFixture<OwnServerFixture>
{
    private protected override RunningServer Server => fixture.Server;
}

public sealed class MongoEvidenceAnswersTests(MongoFixture fixture) : EvidenceAnswersTests, IClassFixture<MongoFixture>
{
    private protected override RunningServer Server => fixture.Server;
}
