using GovGraph.Api.Access;
using GovGraph.Storage.Access;
using GovGraph.Storage.Audit;
using Xunit;

namespace GovGraph.Api.Tests.Audit;

public sealed class AuditWitnessTests
{
    private const string Task = "my-hoa-hung-2024-kstthc/1.1";
    private const string Evidence =
        """mutation Report($id: ID!, $only: Boolean) { addEvidence(input: { taskId: $id, evidence: { link: { url: "https://example.vn/secret" } }, reason: "secret", validateOnly: $only }) { task { version } errors { __typename } } }""";

    [Fact]
    public async Task A_change_is_told_with_its_caller_and_the_version_it_made()
    {
        await using var test = await ExecutionTest.WithPlans("my-hoa-hung-2024-kstthc");
        test.Caller = new Caller { Name = "Một cửa", KeyId = "k7", Scopes = [Scope.EvidenceWrite] };

        var record = await RecordOf(test, Evidence, Variables(Task));

        Assert.Equal(("Một cửa", "k7", "127.0.0.1", "Report", "addEvidence", AuditOutcome.Applied), (record.Who, record.KeyId, record.From, record.Operation, record.Field, record.Outcome));
        Assert.Equal([Task], record.Ids);
        Assert.Equal([(Task, 2)], record.Changed);
        Assert.Empty(record.Codes);
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_code()
    {
        await using var test = await ExecutionTest.WithPlans("my-hoa-hung-2024-kstthc");
        var record = await RecordOf(test, $$"""mutation { updateTaskStatus(input: { taskId: "{{Task}}", status: COMPLETED }) { errors { __typename } } }""");

        Assert.Equal((AuditOutcome.Refused, "EVIDENCE_MISSING", Task), (record.Outcome, record.Codes.Single(), record.Ids.Single()));
        Assert.Empty(record.Changed);
    }

    [Fact]
    public async Task What_was_only_tried_is_told_as_tried()
    {
        await using var test = await ExecutionTest.WithPlans("my-hoa-hung-2024-kstthc");

        Assert.Equal(AuditOutcome.Validated, (await RecordOf(test, Evidence, Variables(Task, only: true))).Outcome);
    }

    [Fact]
    public async Task What_was_answered_as_the_first_time_is_told_as_replayed()
    {
        await using var test = await ExecutionTest.WithPlans("my-hoa-hung-2024-kstthc");
        var mutation = $$"""mutation { updateTaskStatus(input: { taskId: "{{Task}}", status: IN_PROGRESS, idempotencyKey: "0a1b2c3d-retry" }) { task { version } errors { __typename ... on Error { message } } } }""";

        Assert.Equal(AuditOutcome.Applied, (await RecordOf(test, mutation)).Outcome);
        var again = await RecordOf(test, mutation);
        Assert.Equal(AuditOutcome.Replayed, again.Outcome);
        Assert.Equal([(Task, 2)], again.Changed);
    }

    [Fact]
    public async Task A_caller_without_the_scope_is_told_too()
    {
        await using var test = await ExecutionTest.WithPlans("my-hoa-hung-2024-kstthc");
        test.Caller = new Caller { Name = "Reader", KeyId = "k8", Scopes = [Scope.Read] };

        var record = await RecordOf(test, Evidence, Variables(Task));

        Assert.Equal((AuditOutcome.Refused, "AUTH_NOT_AUTHORIZED", "k8"), (record.Outcome, record.Codes.Single(), record.KeyId));
    }

    [Fact]
    public async Task An_upload_is_told_with_its_id_and_one_that_is_refused_with_its_code()
    {
        await using var test = await ExecutionTest.WithPlans("my-hoa-hung-2024-kstthc");
        const string Mutation = """mutation($size: Long!) { createUpload(input: { name: "a.pdf", size: $size, sha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" }) { upload { id } errors { __typename } } }""";

        var made = await RecordOf(test, Mutation, """{ "size": 1 }""");
        Assert.Equal((AuditOutcome.Applied, "createUpload"), (made.Outcome, made.Field));
        Assert.Matches("^[0-9a-f]{32}$", made.Ids.Single());

        var refused = await RecordOf(test, Mutation, """{ "size": 0 }""");
        Assert.Equal((AuditOutcome.Refused, "VALIDATION_FAILED"), (refused.Outcome, refused.Codes.Single()));
        Assert.Empty(refused.Ids);
    }

    [Fact]
    public async Task Queries_are_not_told()
    {
        await using var test = await ExecutionTest.WithPlans("my-hoa-hung-2024-kstthc");
        var trail = new RememberingTrail();
        test.Trail = trail;
        await test.Send("{ plans { totalCount } }");

        Assert.Empty(trail.Records);
    }

    [Fact]
    public async Task Nothing_of_an_input_is_told_but_its_ids()
    {
        await using var test = await ExecutionTest.WithPlans("my-hoa-hung-2024-kstthc");

        var line = System.Text.Encoding.UTF8.GetString(AuditJsonOf(await RecordOf(test, Evidence, Variables(Task))));

        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
    }

    private static byte[] AuditJsonOf(AuditRecord record) => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(record);

    private static string Variables(string id, bool only = false) => $$"""{ "id": "{{id}}", "only": {{(only ? "true" : "false")}} }""";

    private static async Task<AuditRecord> RecordOf(ExecutionTest test, string mutation, string? variables = null)
    {
        var trail = new RememberingTrail();
        test.Trail = trail;
        var answer = await test.Send(mutation, variables);
        Assert.True(trail.Records.Count == 1, answer);
        return trail.Records[0];
    }
}
