using System.Text.Json;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>Values of indicators over HTTP. Each test records on indicators of its own.</summary>
public abstract class IndicatorAnswersTests
{
    private const string Plan = "my-hoa-hung-2024-kstthc";

    private protected abstract RunningServer Server { get; }

    [Fact]
    public async Task A_value_is_held_against_its_target()
    {
        Assert.Equal(
            """{"indicator":{"achievement":0.93,"isBelowTarget":true,"version":2,"values":[{"period":{"kind":"QUARTER","name":"2024-Q1","from":"2024-01-01","to":"2024-03-31"},"value":46.50,"note":"Tạm tính"}]},"value":{"value":46.50},"errors":null}""",
            await Record("9.1.3", "quarter: { year: 2024, quarter: 1 }", "46.50", """, note: " Tạm tính " """));
        Assert.Equal(
            """{"indicator":{"achievement":1.1,"isBelowTarget":false,"version":3,"values":[{"period":{"kind":"QUARTER","name":"2024-Q1","from":"2024-01-01","to":"2024-03-31"},"value":46.50,"note":"Tạm tính"},{"period":{"kind":"YEAR","name":"2024","from":"2024-01-01","to":"2024-12-31"},"value":55,"note":null}]},"value":{"value":55},"errors":null}""",
            await Record("9.1.3", "year: 2024", "55"));
    }

    [Fact]
    public async Task A_period_that_is_recorded_again_gets_the_new_value()
    {
        await Record("9.1.4", "range: { from: \"2024-01-01\", to: \"2024-06-30\" }", "70");
        await Record("9.1.4", "halfYear: { year: 2024, half: 1 }", "81.25");

        Assert.Equal(
            """{"latestValue":{"period":{"name":"2024-H1"},"value":81.25},"values":[{"value":81.25}],"version":3}""",
            await Ask("9.1.4", "latestValue { period { name } value } values { value } version"));
    }

    [Fact]
    public async Task What_is_below_target_is_listed_the_farthest_first()
    {
        await Record("9.2.II.1", "month: { year: 2024, month: 2 }", "79");
        await Record("9.2.II.2", "year: 2024", "9");
        await Record("9.2.II.3", "year: 2024", "50");

        var answer = await Server.Send(
            $$"""
            { planById(id: "{{Plan}}") { indicators(where: { isBelowTarget: { eq: true }, code: { startsWith: "9.2.II." } }, order: [{ achievement: ASC }], first: 5) { code achievement } } }
            """);

        Assert.Equal(
            """{"data":{"planById":{"indicators":[{"code":"9.2.II.2","achievement":0.2},{"code":"9.2.II.1","achievement":0.9875}]}}}""",
            answer.GetRawText());
    }

    [Fact]
    public async Task What_is_below_target_in_all_plans_is_paged_with_its_number()
    {
        await Record("9.1.5", "year: 2024", "80");
        await Record("9.1.6.2", "year: 2024", "32");
        await Record("9.1.6.1", "year: 2024", "57");
        const string list = """
            { indicators(where: { isBelowTarget: { eq: true }, code: { in: ["9.1.5", "9.1.6.1", "9.1.6.2"] }, plan: { year: { eq: 2024 } } }, order: [{ achievement: DESC }], first: 2AFTER) {
              totalCount nodes { code latestValue { value } plan { id } } pageInfo { hasNextPage endCursor } } }
            """;

        var first = (await Server.Send(list.Replace("AFTER", "", StringComparison.Ordinal))).GetProperty("data").GetProperty("indicators");
        var end = first.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        // It is no longer below its target, and the page still begins behind it.
        await Record("9.1.6.1", "year: 2024", "95");
        var rest = (await Server.Send(list.Replace("AFTER", $", after: \"{end}\"", StringComparison.Ordinal))).GetProperty("data").GetProperty("indicators");

        Assert.Equal(
            $$$"""3 [{"code":"9.1.5","latestValue":{"value":80},"plan":{"id":"{{{Plan}}}"}},{"code":"9.1.6.1","latestValue":{"value":57},"plan":{"id":"{{{Plan}}}"}}] True""",
            $"{first.GetProperty("totalCount")} {first.GetProperty("nodes")} {first.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()}");
        Assert.Equal(
            $$$"""2 [{"code":"9.1.6.2","latestValue":{"value":32},"plan":{"id":"{{{Plan}}}"}}] False""",
            $"{rest.GetProperty("totalCount")} {rest.GetProperty("nodes")} {rest.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean()}");
    }

    [Theory]
    [InlineData("{ comparator: { eq: EXACTLY } }", 9)]
    [InlineData("{ comparator: { eq: RANGE } }", 1)]
    [InlineData("{ target: { gte: 90, lt: 100.0 } }", 2)]
    [InlineData("{ unit: { eq: null } }", 1)]
    [InlineData("{ latestValue: { exists: true }, code: { eq: \"9.2.I.1\" } }", 0)]
    [InlineData("{ assignments: { some: { role: { eq: LEAD }, unit: { name: { eq: \"Bộ phận một cửa xã\" } } } } }", 5)]
    public async Task Indicators_are_found_by_what_they_print(string where, int expected)
    {
        var answer = await Server.Send($$"""{ planById(id: "{{Plan}}") { indicators(where: {{where}}) { code } areas { indicators(where: {{where}}) { code } } } }""");

        var plan = answer.GetProperty("data").GetProperty("planById");
        Assert.Equal(expected, plan.GetProperty("indicators").GetArrayLength());
        Assert.Equal(expected, plan.GetProperty("areas").EnumerateArray().Sum(area => area.GetProperty("indicators").GetArrayLength()));
    }

    [Fact]
    public async Task All_faults_of_an_input_are_told_at_once() => Assert.Equal(
        """
        [{"message":"Versions start at 1.","code":"VALIDATION_FAILED","path":["expectedVersion"]},{"message":"A year has four quarters: 1 to 4.","code":"VALIDATION_FAILED","path":["period","quarter","quarter"]},{"message":"A value has at most 12 digits before the point and 6 behind it.","code":"VALIDATION_FAILED","path":["value"]}]
        """,
        await Errors("9.1.1", "quarter: { year: 2024, quarter: 5 }", "0.1234567", ", expectedVersion: 0"));

    [Theory]
    [InlineData("range: { from: \"2024-02-01\", to: \"2024-01-01\" }", "A period ends on the day it begins, or later.", "range.to")]
    [InlineData("halfYear: { year: 2024, half: 0 }", "A year has two halves: 1 or 2.", "halfYear.half")]
    [InlineData("month: { year: 2024, month: 13 }", "A year has twelve months: 1 to 12.", "month.month")]
    [InlineData("year: 24", "A year lies between 1945 and 2100.", "year")]
    [InlineData("month: { year: 2147483647, month: 1 }", "A year lies between 1945 and 2100.", "month.year")]
    public async Task A_period_that_there_is_not_is_told(string period, string message, string path) => Assert.Equal(
        $$"""[{"message":"{{message}}","code":"VALIDATION_FAILED","path":["period","{{path.Replace(".", "\",\"", StringComparison.Ordinal)}}"]}]""",
        await Errors("9.1.1", period, "1"));

    [Fact]
    public async Task What_can_not_be_is_refused_with_its_reason()
    {
        Assert.Equal(
            """[{"message":"The plan is for 2024; no day of 2023-Q4 is in that year.","code":"PERIOD_OUTSIDE_PLAN","period":{"name":"2023-Q4"},"year":2024}]""",
            await Errors("9.1.1", "quarter: { year: 2023, quarter: 4 }", "1"));
        Assert.Equal(
            """[{"message":"There is no indicator my-hoa-hung-2024-kstthc/1.1.","code":"INDICATOR_NOT_FOUND","id":"my-hoa-hung-2024-kstthc/1.1"}]""",
            await Errors("1.1", "year: 2024", "1"));
        Assert.StartsWith("[{\"message\":\"Nothing can be reached in a period that begins after today, ", await Errors("9.1.1", "year: 2100", "1"), StringComparison.Ordinal);
        await Record("9.1.2", "year: 2024", "1");
        Assert.Equal(
            """[{"message":"Version 1 was expected, but it is version 2 by now: read it again, then decide.","code":"VERSION_CONFLICT","actualVersion":2,"indicator":{"values":[{"value":1}]}}]""",
            await Errors("9.1.2", "year: 2024", "2", ", expectedVersion: 1"));
    }

    [Theory]
    [InlineData("\"46\"")]
    [InlineData("0.12345678901234567890123456789")]
    [InlineData("1e29")]
    [InlineData("1e-29")]
    public async Task A_number_that_would_be_rounded_is_refused(string value)
    {
        var answer = await Server.Send(Mutation("9.1.1", "year: 2024", value, "", "value { value }"));

        Assert.Contains(
            "Decimal must be a number of at most 28 digits, before and behind the point.", answer.GetProperty("errors")[0].GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_in_variables_keeps_its_digits()
    {
        var variables = JsonElement.Parse($$"""{ "input": { "indicatorId": "{{Plan}}/9.3", "period": { "year": 2024 }, "value": 84.100000 } }""");

        var answer = await Server.Send("mutation($input: RecordIndicatorValueInput!) { recordIndicatorValue(input: $input) { value { value } errors { __typename } } }", variables);

        Assert.Equal("""{"data":{"recordIndicatorValue":{"value":{"value":84.100000},"errors":null}}}""", answer.GetRawText());
        Assert.Equal("""{"latestValue":{"value":84.100000},"isBelowTarget":false}""", await Ask("9.3", "latestValue { value } isBelowTarget"));
    }

    private async Task<string> Record(string code, string period, string value, string more = "") =>
        Payload(await Server.Send(Mutation(
            code, period, value, more, "indicator { achievement isBelowTarget version values { period { kind name from to } value note } } value { value } errors { __typename }"))).GetRawText();

    private async Task<string> Errors(string code, string period, string value, string more = "") =>
        Payload(await Server.Send(Mutation(code, period, value, more, """
            indicator { code }
            errors {
              ... on Error { message code }
              ... on ValidationError { path }
              ... on IndicatorNotFoundError { id }
              ... on PeriodOutsidePlanError { period { name } year }
              ... on IndicatorVersionConflictError { actualVersion indicator { values { value } } }
            }
            """))).GetProperty("errors").GetRawText();

    private async Task<string> Ask(string code, string fields) =>
        (await Server.Send($$"""{ node(id: "{{Plan}}/{{code}}") { ... on Indicator { {{fields}} } } }""")).GetProperty("data").GetProperty("node").GetRawText();

    private static string Mutation(string code, string period, string value, string more, string fields) =>
        $$"""mutation { recordIndicatorValue(input: { indicatorId: "{{Plan}}/{{code}}", period: { {{period}} }, value: {{value}}{{more}} }) { {{fields}} } }""";

    private static JsonElement Payload(JsonElement answer)
    {
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetProperty("recordIndicatorValue");
    }
}

public sealed class EmbeddedIndicatorAnswersTests(OwnServerFixture fixture) : IndicatorAnswersTests, IClassFixture<OwnServerFixture>
{
    private protected override RunningServer Server => fixture.Server;
}

public sealed class MongoIndicatorAnswersTests(MongoFixture fixture) : IndicatorAnswersTests, IClassFixture<MongoFixture>
{
    private protected override RunningServer Server => fixture.Server;
}
