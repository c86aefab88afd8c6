using System.Text.Json;
using GovGraph.Api.Access;
using GovGraph.GraphQL.Types;
using GovGraph.Storage.Access;
using Xunit;

namespace GovGraph.Api.Tests.Access;

/// <summary>What <c>viewerCan</c> tells beforehand is what the mutation then says.</summary>
public sealed class TaskPermissionsTests
{
    private const string Task = "thuong-lo-2020-cchc/1.4.2";
    private const string Leading = "thuong-lo/lanh-dao-dang-uy-xa";
    private const string Coordinating = "thuong-lo/van-phong-thong-ke";
    private const string Other = "thuong-lo/thu-ky-iso";

    /// <summary>An input for each mutation of a task.</summary>
    private static readonly Dictionary<string, string> s_inputs = new()
    {
        ["updateTaskStatus"] = $$"""{ taskId: "{{Task}}", status: IN_PROGRESS, validateOnly: true }""",
        ["addEvidence"] = $$"""{ taskId: "{{Task}}", evidence: { link: { url: "https://example.vn/1" } }, validateOnly: true }""",
        ["reviewEvidence"] = $$"""{ evidenceId: "{{Task}}/evidence/1", decision: ACCEPT, validateOnly: true }""",
        ["withdrawEvidence"] = $$"""{ evidenceId: "{{Task}}/evidence/1", reason: "x", validateOnly: true }""",
        ["requestExtension"] = $$"""{ taskId: "{{Task}}", until: "2099-12-31", reason: "x", validateOnly: true }""",
        ["decideExtension"] = $$"""{ extensionId: "{{Task}}/extension/1", decision: GRANT, validateOnly: true }""",
        ["addNote"] = $$"""{ taskId: "{{Task}}", text: "x", validateOnly: true }""",
        ["recordOccurrence"] = $$"""{ taskId: "{{Task}}", occurrence: { due: "2020-03-01" }, happenedOn: "2020-03-01", validateOnly: true }""",
        ["recordEvent"] = $$"""{ taskId: "{{Task}}", happenedOn: "2020-03-01", validateOnly: true }""",
        ["closeEvent"] = $$"""{ eventId: "{{Task}}/event/1", validateOnly: true }""",
    };

    private static readonly Schema s_schema = SchemaBuilder.Build(ApiSchema.Sources).Schema!;

    [Fact]
    public async Task It_is_what_each_mutation_says_to_each_key()
    {
        await using var plans = await ExecutionTest.WithTheFivePlans();
        var permissions = ((ObjectType)s_schema.Types["TaskPermissions"]).FieldsInOrder.Select(field => field.Name).ToList();
        foreach (var caller in Callers())
        {
            plans.Caller = caller;
            var told = await Send($$"""{ taskById(id: "{{Task}}") { viewerCan { {{string.Join(' ', permissions)}} } } }""");
            foreach (var permission in permissions)
            {
                var mutation = TaskPermissions.MutationOf(permission);
                var said = await plans.Send($$"""mutation { {{mutation}}(input: {{s_inputs[mutation]}}) { errors { __typename ... on Error { code } } } }""");

                Assert.DoesNotContain("VALIDATION_FAILED", said, StringComparison.Ordinal);
                Assert.True(
                    told.GetProperty("taskById").GetProperty("viewerCan").GetProperty(permission).GetBoolean() != said.Contains("AUTH_NOT_AUTHORIZED", StringComparison.Ordinal),
                    $"{permission} for {string.Join(' ', caller.Scopes)} of {string.Join(' ', caller.Units)}: {said}");
            }
        }

        async Task<JsonElement> Send(string query) => JsonElement.Parse(await plans.Send(query)).GetProperty("data");
    }

    [Theory]
    [InlineData("", true, true)]
    [InlineData(Leading, true, true)]
    [InlineData(Coordinating, false, true)]
    [InlineData(Other, false, false)]
    public async Task Its_units_must_lead_to_report_and_take_part_to_bring_evidence(string unit, bool canReport, bool canBringEvidence)
    {
        await using var plans = await ExecutionTest.WithTheFivePlans();
        plans.Caller = new() { Name = "clerk", Scopes = [Scope.StatusWrite, Scope.EvidenceWrite], Units = unit.Length == 0 ? [] : [unit] };

        Assert.Equal(
            $$"""{"data":{"taskById":{"viewerCan":{"updateStatus":{{Json(canReport)}},"addEvidence":{{Json(canBringEvidence)}}""" + "}}}}",
            await plans.Send($$"""{ taskById(id: "{{Task}}") { viewerCan { updateStatus addEvidence } } }"""));

        static string Json(bool value) => value ? "true" : "false";
    }

    [Fact]
    public async Task A_refusal_names_the_key_and_the_task_and_changes_nothing()
    {
        await using var plans = await ExecutionTest.WithTheFivePlans();
        plans.Caller = new() { Name = "clerk", Scopes = [Scope.StatusWrite], Units = [Coordinating] };

        Assert.Equal(
            """{"data":{"updateTaskStatus":{"task":null,"errors":[{"message":"The current user is not authorized to access this resource: the units of the key 'clerk' do not lead thuong-lo-2020-cchc/1.4.2.","code":"AUTH_NOT_AUTHORIZED"}]}}}""",
            await plans.Send($$"""mutation { updateTaskStatus(input: { taskId: "{{Task}}", status: IN_PROGRESS }) { task { id } errors { ... on NotAuthorizedError { message code } } } }"""));
        Assert.Equal("""{"data":{"taskById":{"version":1}}}""", await plans.Send($$"""{ taskById(id: "{{Task}}") { version } }"""));
    }

    [Fact]
    public void Every_mutation_of_a_task_has_a_permission_and_can_refuse()
    {
        var permissions = ((ObjectType)s_schema.Types["TaskPermissions"]).Fields.Keys.Select(TaskPermissions.MutationOf).ToHashSet();
        foreach (var mutation in s_schema.MutationType!.FieldsInOrder)
        {
            var input = (InputObjectType)mutation.Argument("input")!.Type.Named;
            if (input.Fields.Keys.Any(name => name is "taskId" or "eventId" or "evidenceId" or "requestId")) Assert.Contains(mutation.Name, permissions);

            if (((ObjectType)mutation.Type.Named).Fields.Keys.Any(name => name is "task" or "indicator"))
            {
                var errors = (UnionType)((ObjectType)mutation.Type.Named).Fields["errors"].Type.Named;
                Assert.Contains(errors.Types, type => type.Name == nameof(NotAuthorizedError));
            }
        }
    }

    private static IEnumerable<Caller> Callers() =>
        from scopes in (Scope[][])
        [
            [Scope.Read], [Scope.StatusWrite], [Scope.EvidenceWrite], [Scope.EvidenceReview], [Scope.PlanWrite], [Scope.Admin],
            [Scope.StatusWrite, Scope.EvidenceWrite, Scope.EvidenceReview, Scope.PlanWrite],
        ]
        from units in (string[][])[[], [Leading], [Coordinating], [Other], [Other, Leading]]
        select new Caller { Name = "clerk", Scopes = [.. scopes], Units = [.. units] };
}
