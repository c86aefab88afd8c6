using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>Where the tasks of the five plans stand, counted by hand in the documents.</summary>
public abstract class SummaryAnswersTests
{
    private protected abstract RunningServer Server { get; }

    [Fact]
    public Task The_share_of_continuous_tasks_in_each_plan() => Answers(
        "{ plans { nodes { id summary { total byDeadlineKind(kind: CONTINUOUS) { kind count } } } } }",
        """
        {"plans":{"nodes":[
        {"id":"hung-yen-2021-papi","summary":{"total":25,"byDeadlineKind":[{"kind":"CONTINUOUS","count":16}]}},
        {"id":"my-hoa-hung-2024-kstthc","summary":{"total":51,"byDeadlineKind":[{"kind":"CONTINUOUS","count":28}]}},
        {"id":"thuong-lo-2020-cchc","summary":{"total":72,"byDeadlineKind":[{"kind":"CONTINUOUS","count":37}]}},
        {"id":"trung-trac-2022-papi","summary":{"total":12,"byDeadlineKind":[{"kind":"CONTINUOUS","count":8}]}},
        {"id":"trung-trac-2024-papi","summary":{"total":62,"byDeadlineKind":[{"kind":"CONTINUOUS","count":35}]}}
        ]}}
        """);

    [Fact]
    public Task A_week_before_the_end_of_a_quarter_of_which_nothing_is_done() => Answers(
        """
        {
          planById(id: "my-hoa-hung-2024-kstthc") {
            summary(asOf: "2024-03-25") {
              asOf total progress
              byStatus { status count }
              byDeadlineState { state count }
              nextDeadline { due tasks { code } }
            }
            areas(where: { code: { in: ["1", "6", "9"] } }) {
              code
              summary(asOf: "2024-03-25") { total progress byDeadlineState(state: OPEN_OVERDUE) { count } nextDeadline { due tasks { code } } }
            }
          }
        }
        """,
        """
        {"planById":{"summary":{"asOf":"2024-03-25","total":51,"progress":0,
        "byStatus":[{"status":"NOT_STARTED","count":51},{"status":"IN_PROGRESS","count":0},{"status":"COMPLETED","count":0},{"status":"SUSPENDED","count":0},{"status":"CANCELLED","count":0}],
        "byDeadlineState":[{"state":"DONE_ON_TIME","count":0},{"state":"DONE_LATE","count":0},{"state":"OPEN_WITHIN","count":5},{"state":"OPEN_DUE_SOON","count":6},{"state":"OPEN_OVERDUE","count":4},{"state":"NO_DEADLINE","count":36}],
        "nextDeadline":{"due":"2024-03-30","tasks":[{"code":"5.I.2"},{"code":"7.3"}]}},
        "areas":[
        {"code":"1","summary":{"total":7,"progress":0,"byDeadlineState":[{"count":3}],"nextDeadline":{"due":"2024-03-31","tasks":[{"code":"1.5"}]}}},
        {"code":"6","summary":{"total":4,"progress":0,"byDeadlineState":[{"count":0}],"nextDeadline":null}},
        {"code":"9","summary":{"total":0,"progress":null,"byDeadlineState":[{"count":0}],"nextDeadline":null}}
        ]}}
        """);

    [Fact]
    public Task A_task_with_several_steps_is_due_by_the_next_of_them() => Answers(
        """
        {
          planById(id: "thuong-lo-2020-cchc") {
            summary(asOf: "2020-08-20") { nextDeadline { due tasks { code } } }
            areas(where: { code: { eq: "1" } }) {
              components(where: { code: { eq: "1.5" } }) { summary(asOf: "2020-08-26") { total nextDeadline { due tasks { code } } } groups { code summary { total byDeadlineKind(kind: RECURRING) { count } } } }
            }
          }
        }
        """,
        """
        {"planById":{"summary":{"nextDeadline":{"due":"2020-08-25","tasks":[{"code":"1.2#1"},{"code":"1.5.2#4"}]}},
        "areas":[{"components":[{"summary":{"total":6,"nextDeadline":{"due":"2020-10-20","tasks":[{"code":"1.5.2#4"}]}},
        "groups":[{"code":"1.5.1","summary":{"total":2,"byDeadlineKind":[{"count":0}]}},{"code":"1.5.2","summary":{"total":4,"byDeadlineKind":[{"count":2}]}}]}]}]}}
        """);

    private async Task Answers(string query, string data)
    {
        var response = await Server.Send(query);
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.Equal(data.ReplaceLineEndings(""), response.GetProperty("data").GetRawText());
    }
}

public sealed class EmbeddedSummaryAnswersTests(ServerFixture fixture) : SummaryAnswersTests
{
    private protected override RunningServer Server => fixture.Server;
}

public sealed class MongoSummaryAnswersTests(MongoFixture fixture) : SummaryAnswersTests, IClassFixture<MongoFixture>
{
    private protected override RunningServer Server => fixture.Server;
}
