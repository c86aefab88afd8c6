using Xunit;

namespace GovGraph.Api.Tests.Tasks;

public sealed class TaskSummaryFieldsTests
{
    [Fact]
    public async Task A_summary_follows_every_change()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        const string Query = """{ planById(id: "trung-trac-2022-papi") { areas(where: { code: { eq: "1" } }) { summary { total progress byStatus(status: COMPLETED) { count } } } } }""";
        const string Nothing = """{"data":{"planById":{"areas":[{"summary":{"total":2,"progress":0,"byStatus":[{"count":0}]}}]}}}""";
        const string Half = """{"data":{"planById":{"areas":[{"summary":{"total":2,"progress":0.5,"byStatus":[{"count":1}]}}]}}}""";

        for (var round = 0; round < 3; round++) Assert.Equal(Nothing, await test.Send(Query));
        Assert.Equal(
            """{"data":{"addEvidence":{"errors":null},"updateTaskStatus":{"errors":null}}}""",
            await test.Send(
                """
                mutation {
                  addEvidence(input: { taskId: "trung-trac-2022-papi/1.a#1", evidence: { document: { number: "1/BC", date: "2022-03-01", issuer: "UBND xã Trưng Trắc" } } }) { errors { __typename } }
                  updateTaskStatus(input: { taskId: "trung-trac-2022-papi/1.a#1", status: COMPLETED }) { errors { __typename } }
                }
                """));
        for (var round = 0; round < 3; round++) Assert.Equal(Half, await test.Send(Query));
    }

    [Fact]
    public async Task Each_alias_has_its_own_day()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        Assert.Equal(
            """{"data":{"planById":{"march":{"byDeadlineState":[{"count":4}]},"april":{"byDeadlineState":[{"count":10}]}}}}""",
            await test.Send(
                """
                {
                  planById(id: "my-hoa-hung-2024-kstthc") {
                    march: summary(asOf: "2024-03-15") { byDeadlineState(state: OPEN_OVERDUE) { count } }
                    april: summary(asOf: "2024-04-01") { byDeadlineState(state: OPEN_OVERDUE) { count } }
                  }
                }
                """));
    }
}
