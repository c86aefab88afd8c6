using GovGraph.GraphQL.Types;
using Xunit;

namespace GovGraph.Api.Tests.Changes;

public sealed class ChangeRequestTests
{
    private const string Payload = "errors { __typename ... on Error { message code } }";

    [Fact]
    public void Every_mutation_can_be_tried()
    {
        var mutations = SchemaBuilder.Build(ApiSchema.Sources).Schema!.RootType(GovGraph.GraphQL.Language.OperationType.Mutation)!;

        Assert.All(mutations.FieldsInOrder, mutation =>
            Assert.Contains(((InputObjectType)mutation.Arguments.Single().Type.Named).FieldsInOrder, field => field.Name == "validateOnly"));
    }

    [Fact]
    public void What_every_input_has_is_described_in_the_same_words()
    {
        var schema = SchemaBuilder.Build(ApiSchema.Sources).Schema!;
        string[] own = ["UpdateTasksItemInput.expectedVersion", "UpdateTasksInput.idempotencyKey", "CreateUploadInput.idempotencyKey", "CreateWebhookInput.idempotencyKey", "ReplayWebhookDeliveryInput.validateOnly"];
        var shared = schema.Types.Values.OfType<InputObjectType>()
            .SelectMany(input => input.FieldsInOrder.Select(field => (Place: $"{input.Name}.{field.Name}", field.Name, Description: field.Description?.Replace("indicator", "task", StringComparison.Ordinal), Type: field.Type.ToString())))
            .Where(field => field.Name is "expectedVersion" or "onConflict" or "validateOnly" or "idempotencyKey" && !own.Contains(field.Place))
            .GroupBy(field => field.Name);

        Assert.Equal(4, shared.Count());
        Assert.All(shared, fields => Assert.Single(fields.Select(field => (field.Description, field.Type)).Distinct()));
    }

    [Theory]
    [InlineData("updateTaskStatus", """taskId: "my-hoa-hung-2024-kstthc/1.2", status: IN_PROGRESS, expectedVersion: 1""", "task { status version }")]
    [InlineData("addEvidence", """taskId: "my-hoa-hung-2024-kstthc/1.2", evidence: { link: { url: "https://example.vn" } }""", "task { version evidence { id url } } evidence { id }")]
    [InlineData("recordEvent", """taskId: "my-hoa-hung-2024-kstthc/6.3", happenedOn: "2024-05-06" """, "task { version } event { id due }")]
    [InlineData("recordIndicatorValue", """indicatorId: "my-hoa-hung-2024-kstthc/9.1.3", period: { quarter: { year: 2024, quarter: 1 } }, value: 80""", "indicator { version } value { value }")]
    public async Task What_is_tried_answers_as_the_change_would_and_changes_nothing(string mutation, string input, string fields)
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        string Ask(bool only) => $"mutation {{ {mutation}(input: {{ {input}, validateOnly: {(only ? "true" : "false")} }}) {{ {fields} {Payload} }} }}";

        var tried = await test.Send(Ask(only: true));

        Assert.EndsWith("\"errors\":null}}}", tried, StringComparison.Ordinal);
        Assert.Equal(tried, await test.Send(Ask(only: true)));
        Assert.Equal("""{"data":{"changes":{"totalCount":0}}}""", await test.Send("{ changes(where: { kind: { neq: PLAN_ADDED } }) { totalCount } }"));
        Assert.Equal(tried, await test.Send(Ask(only: false)));
    }

    [Theory]
    [InlineData("updateTaskStatus", """taskId: "my-hoa-hung-2024-kstthc/1.2", status: COMPLETED""", "EVIDENCE_MISSING")]
    [InlineData("updateTaskStatus", """taskId: "my-hoa-hung-2024-kstthc/1.2", status: IN_PROGRESS, expectedVersion: 7""", "VERSION_CONFLICT")]
    [InlineData("updateTaskStatus", """taskId: "my-hoa-hung-2024-kstthc/99", status: IN_PROGRESS""", "TASK_NOT_FOUND")]
    [InlineData("recordIndicatorValue", """indicatorId: "my-hoa-hung-2024-kstthc/99", period: { quarter: { year: 2024, quarter: 1 } }, value: 80""", "INDICATOR_NOT_FOUND")]
    [InlineData("closeEvent", """eventId: "my-hoa-hung-2024-kstthc/6.3/event/1" """, "EVENT_NOT_FOUND")]
    public async Task What_is_tried_is_refused_as_the_change_would_be(string mutation, string input, string code)
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        string Ask(bool only) => $"mutation {{ {mutation}(input: {{ {input}, validateOnly: {(only ? "true" : "false")} }}) {{ {Payload} }} }}";

        var tried = await test.Send(Ask(only: true));

        Assert.Contains($"\"code\":\"{code}\"", tried, StringComparison.Ordinal);
        Assert.Equal(tried, await test.Send(Ask(only: false)));
    }
}
