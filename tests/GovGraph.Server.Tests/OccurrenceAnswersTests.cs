using System.Text.Json;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>Recurring duties over HTTP. Each test records on tasks of its own.</summary>
public abstract class OccurrenceAnswersTests
{
    private protected abstract RunningServer Server { get; }

    [Fact]
    public async Task A_report_is_recorded_by_its_printed_date()
    {
        Assert.Equal(
            """{"task":{"version":2,"missingOccurrences":4,"occurrences":[{"label":"Quý I","state":"ON_TIME","happenedOn":"2020-02-20"},{"label":"6 tháng","state":"MISSING","happenedOn":null}]},"occurrence":{"period":{"kind":"RANGE","name":"2020-02-25/2020-02-25"},"ordinal":1,"due":"2020-02-25","label":"Quý I","recurrence":null,"state":"ON_TIME","happenedOn":"2020-02-20","note":"12/BC-UBND"},"errors":null}""",
            await Record("thuong-lo-2020-cchc/1.2#1", "due: \"2020-02-25\"", "2020-02-20", """, note: "12/BC-UBND" """));
        Assert.Equal(
            """[{"message":"For 2020-02-25/2020-02-25, number 1, it is recorded already as done on 2020-02-20.","code":"OCCURRENCE_RECORDED","ordinal":1,"happenedOn":"2020-02-20"}]""",
            await Errors("thuong-lo-2020-cchc/1.2#1", "due: \"2020-02-25\"", "2020-02-21"));
    }

    [Fact]
    public async Task A_month_is_recorded_as_often_as_its_rhythm_says()
    {
        const string Task = "thuong-lo-2020-cchc/3.1.3";
        await Record(Task, "period: { month: { year: 2020, month: 3 } }", "2020-03-10");
        await Record(Task, "due: \"2020-03-31\"", "2020-04-02");

        Assert.Equal(
            """{"data":{"taskById":{"occurrences":[{"ordinal":1,"state":"ON_TIME"},{"ordinal":2,"state":"LATE"}],"missingOccurrences":4,"version":3}}}""",
            (await Server.Send($$"""{ taskById(id: "{{Task}}") { occurrences(from: "2020-03-01", to: "2020-03-31") { ordinal state } missingOccurrences(asOf: "2020-04-30") version } }""")).GetRawText());
        Assert.StartsWith("[{\"message\":\"For 2020-03, number 2, it is recorded already", await Errors(Task, "period: { month: { year: 2020, month: 3 } }", "2020-04-02"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_due_is_told()
    {
        Assert.Equal(
            """[{"message":"On 2020-12-31 several of the task thuong-lo-2020-cchc/5.2.1 are due: name one by its period, 2020-Q4 or 2020.","code":"OCCURRENCE_NOT_DUE"}]""",
            await Errors("thuong-lo-2020-cchc/5.2.1", "due: \"2020-12-31\"", "2020-12-30"));
        Assert.Equal(
            """[{"message":"Nothing of the task thuong-lo-2020-cchc/1.1#1 is due on 2020-01-31: see its occurrences.","code":"OCCURRENCE_NOT_DUE"}]""",
            await Errors("thuong-lo-2020-cchc/1.1#1", "due: \"2020-01-31\"", "2020-01-30"));
        Assert.Equal("""[{"message":"There is no task none.","code":"TASK_NOT_FOUND"}]""", await Errors("none", "due: \"2020-01-31\"", "2020-01-30"));
    }

    [Fact]
    public async Task All_faults_of_an_input_are_told_at_once() => Assert.Matches(
        """
        ^\[{"message":"Name the task by its id.","code":"VALIDATION_FAILED","path":\["taskId"\]},{"message":"A year has twelve months: 1 to 12.","code":"VALIDATION_FAILED","path":\["occurrence","period","month","month"\]},{"message":"The first one in a period is 1.","code":"VALIDATION_FAILED","path":\["ordinal"\]},{"message":"What is recorded can't have happened after today, [0-9-]+ in Vietnam.","code":"VALIDATION_FAILED","path":\["happenedOn"\]}\]$
        """.Trim(),
        await Errors("", "period: { month: { year: 2020, month: 0 } }", "2999-01-01", ", ordinal: 0"));

    [Fact]
    public async Task A_range_the_wrong_way_round_is_refused()
    {
        var answer = await Server.Send("""{ taskById(id: "thuong-lo-2020-cchc/3.1.3") { occurrences(from: "2020-03-02", to: "2020-03-01") { due } } }""");

        Assert.Equal("`from` must not be after `to`, but 2020-03-02 is after 2020-03-01.", answer.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    private async Task<string> Record(string task, string occurrence, string happenedOn, string more = "") => Payload(await Server.Send(Mutation(task, occurrence, happenedOn, more, """
        task { version missingOccurrences occurrences(to: "2020-06-30") { label state happenedOn } }
        occurrence { period { kind name } ordinal due label recurrence { text } state happenedOn note }
        errors { __typename }
        """))).GetRawText();

    private async Task<string> Errors(string task, string occurrence, string happenedOn, string more = "") => Payload(await Server.Send(Mutation(
        task, occurrence, happenedOn, more, "errors { ... on Error { message code } ... on ValidationError { path } ... on OccurrenceRecordedError { ordinal happenedOn } }"))).GetProperty("errors").GetRawText();

    private static string Mutation(string task, string occurrence, string happenedOn, string more, string fields) =>
        $$"""mutation { recordOccurrence(input: { taskId: "{{task}}", occurrence: { {{occurrence}} }, happenedOn: "{{happenedOn}}"{{more}} }) { {{fields}} } }""";

    private static JsonElement Payload(JsonElement answer)
    {
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetProperty("recordOccurrence");
    }
}

public sealed class EmbeddedOccurrenceAnswersTests(OwnServerFixture fixture) : OccurrenceAnswersTests, IClassFixture<OwnServerFixture>
{
    private protected override RunningServer Server => fixture.Server;
}

public sealed class MongoOccurrenceAnswersTests(MongoFixture fixture) : OccurrenceAnswersTests, IClassFixture<MongoFixture>
{
    private protected override RunningServer Server => fixture.Server;
}
