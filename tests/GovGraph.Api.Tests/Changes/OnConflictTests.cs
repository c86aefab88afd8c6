using System.Text.RegularExpressions;
using Xunit;

namespace GovGraph.Api.Tests.Changes;

public sealed class OnConflictTests
{
    private const string TaskId = "my-hoa-hung-2024-kstthc/1.2";
    private const string Errors =
        "errors { ... on Error { code message } ... on VersionConflictError { expectedVersion actualVersion task { status } changes { field before after by reason version } inCommon } }";

    [Fact]
    public async Task A_conflict_tells_what_others_have_changed_and_what_both_change()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        await test.Send(Status("IN_PROGRESS", """reason: "Bắt đầu", note: "một" """));
        await test.Send(Link(1));

        var refused = await test.Send(Status("SUSPENDED", "expectedVersion: 1"));

        Assert.Equal(
            """{"data":{"updateTaskStatus":{"task":null,"errors":[{"code":"VERSION_CONFLICT","message":"Version 1 was expected, but it is version 3 by now: read it again, then decide.","""
            + "\"expectedVersion\":1,\"actualVersion\":3,\"task\":{\"status\":\"IN_PROGRESS\"},\"changes\":["
            + """{"field":"status","before":"NOT_STARTED","after":"IN_PROGRESS","by":null,"reason":"Bắt đầu","version":2},"""
            + """{"field":"statusNote","before":null,"after":"một","by":null,"reason":"Bắt đầu","version":2},"""
            + """{"field":"evidence","before":null,"after":"https://example.vn/1","by":null,"reason":null,"version":3}],"""
            + "\"inCommon\":[\"status\",\"statusNote\"]}]}}}",
            refused);
    }

    [Theory]
    [InlineData("")]
    [InlineData("validateOnly: true, ")]
    public async Task Changes_of_other_fields_merge_when_asked_to(string more)
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        await test.Send(Link(1));
        await test.Send(Link(2));

        Assert.Contains("\"inCommon\":[]", await test.Send(Status("IN_PROGRESS", "expectedVersion: 1")), StringComparison.Ordinal);
        Assert.Equal(
            """{"data":{"updateTaskStatus":{"task":{"status":"IN_PROGRESS","version":4},"errors":null}}}""",
            await test.Send(Status("IN_PROGRESS", more + "expectedVersion: 1, onConflict: MERGE_DISJOINT")));
    }

    [Fact]
    public async Task Evidence_is_added_beside_that_of_others()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        await test.Send(Link(1));
        await test.Send(Status("IN_PROGRESS", ""));

        Assert.Contains("\"evidence\":{\"id\":\"" + TaskId + "/evidence/2\"}", await test.Send(Link(2, "expectedVersion: 1, onConflict: MERGE_DISJOINT")), StringComparison.Ordinal);
        Assert.Contains("DUPLICATE_EVIDENCE", await test.Send(Link(1, "expectedVersion: 1, onConflict: MERGE_DISJOINT")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_both_have_changed_is_a_conflict_also_where_the_result_would_be_the_same()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        await test.Send(Status("IN_PROGRESS", ""));

        Assert.Contains("\"inCommon\":[\"status\"]", await test.Send(Status("IN_PROGRESS", "expectedVersion: 1, onConflict: MERGE_DISJOINT")), StringComparison.Ordinal);
        Assert.Contains("\"inCommon\":[\"status\"]", await test.Send(Status("SUSPENDED", "expectedVersion: 1, onConflict: MERGE_DISJOINT")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_of_other_periods_merge_and_those_of_the_same_period_do_not()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        await test.Send(Value(1, 80, ""));

        Assert.Equal("""{"data":{"recordIndicatorValue":{"indicator":{"version":3},"errors":null}}}""", await test.Send(Value(2, 81, "expectedVersion: 1, onConflict: MERGE_DISJOINT")));
        Assert.Equal(
            """{"data":{"recordIndicatorValue":{"indicator":null,"errors":[{"inCommon":["values"],"changes":[{"after":"2024-Q1: 80"},{"after":"2024-Q2: 81"}]}]}}}""",
            await test.Send(Value(1, 99, "expectedVersion: 1, onConflict: MERGE_DISJOINT")));
    }

    [Fact]
    public async Task A_version_that_is_not_there_yet_is_a_conflict_with_nobody()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        Assert.Matches(new Regex("\"code\":\"VERSION_CONFLICT\".*\"changes\":\\[\\],\"inCommon\":\\[\\]"), await test.Send(Status("IN_PROGRESS", "expectedVersion: 7, onConflict: MERGE_DISJOINT")));
    }

    [Fact]
    public async Task Many_who_merge_at_the_same_time_all_get_through()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => test.Send(Link(i, "expectedVersion: 1, onConflict: MERGE_DISJOINT")))));

        Assert.All(answers, answer => Assert.EndsWith("\"errors\":null}}}", answer, StringComparison.Ordinal));
        Assert.Equal("""{"data":{"node":{"version":13}}}""", await test.Send($$"""{ node(id: "{{TaskId}}") { ... on Task { version } } }"""));
    }

    private static string Status(string status, string more) =>
        $$"""mutation { updateTaskStatus(input: { taskId: "{{TaskId}}", status: {{status}}, {{more}} }) { task { status version } {{Errors}} } }""";

    private static string Link(int number, string more = "") =>
        $$"""mutation { addEvidence(input: { taskId: "{{TaskId}}", evidence: { link: { url: "https://example.vn/{{number}}" } }, {{more}} }) { evidence { id } {{Errors}} } }""";

    private static string Value(int quarter, int value, string more) =>
        $$"""mutation { recordIndicatorValue(input: { indicatorId: "my-hoa-hung-2024-kstthc/9.1.3", period: { quarter: { year: 2024, quarter: {{quarter}} } }, value: {{value}}, {{more}} }) { indicator { version } errors { ... on IndicatorVersionConflictError { inCommon changes { after } } } } }""";
}
