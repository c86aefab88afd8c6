using Xunit;

namespace GovGraph.Api.Tests.Changes;

public sealed class ChangeInputValidatorTests
{
    [Fact]
    public async Task A_reason_that_is_too_long_is_refused_whatever_is_changed()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        var reason = $$"""{"reason":"{{new string('x', 2001)}}"}""";

        Assert.Equal(
            """{"data":{"updateTaskStatus":{"errors":[{"message":"A reason has at most 2,000 characters; this one has 2001.","path":["reason"]}]}}}""",
            await test.Send(
                """mutation($reason: String) { updateTaskStatus(input: { taskId: "thuong-lo-2020-cchc/1.3.2", status: IN_PROGRESS, reason: $reason }) { errors { ... on ValidationError { message path } } } }""",
                reason));
        Assert.Equal(
            """{"data":{"addEvidence":{"errors":[{"message":"A reason has at most 2,000 characters; this one has 2001.","path":["reason"]}]}}}""",
            await test.Send(
                """mutation($reason: String) { addEvidence(input: { taskId: "thuong-lo-2020-cchc/1.3.2", evidence: { link: { url: "https://example.vn" } }, reason: $reason }) { errors { ... on ValidationError { message path } } } }""",
                reason));
    }
}
