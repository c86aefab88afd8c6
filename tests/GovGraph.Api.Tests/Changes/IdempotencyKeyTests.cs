using GovGraph.Api.Access;
using GovGraph.GraphQL.Types;
using GovGraph.Storage.Access;
using Xunit;

namespace GovGraph.Api.Tests.Changes;

public sealed class IdempotencyKeyTests
{
    private const string Task = "my-hoa-hung-2024-kstthc/1.2";
    private const string Errors = "errors { __typename ... on Error { message code } ... on ValidationError { path } }";

    private const string Reused =
        """{"__typename":"IdempotencyKeyReusedError","message":"This idempotency key was used for another input within the last 7 days: take a new key for a new change.","code":"IDEMPOTENCY_KEY_REUSED"}""";

    [Fact]
    public void Every_mutation_takes_a_key_and_tells_when_it_was_used()
    {
        var mutations = SchemaBuilder.Build(ApiSchema.Sources).Schema!.RootType(GovGraph.GraphQL.Language.OperationType.Mutation)!;

        // However often these are asked for, it comes to the same.
        Assert.All(mutations.FieldsInOrder.Where(mutation => mutation.Name is not ("deleteWebhook" or "enableWebhook" or "replayWebhookDelivery")), mutation =>
        {
            Assert.Contains(((InputObjectType)mutation.Arguments.Single().Type.Named).FieldsInOrder, field => field.Name == "idempotencyKey");
            var errors = (UnionType)((ObjectType)mutation.Type.Named).Fields["errors"].Type.Named;
            Assert.Contains(errors.Types, type => type.Name == "IdempotencyKeyReusedError");
        });
    }

    [Theory]
    [InlineData("updateTaskStatus", """taskId: "my-hoa-hung-2024-kstthc/1.2", status: IN_PROGRESS, note: "Đang làm" """, "task { status statusNote version plan { version } history { totalCount nodes { id at } } }")]
    [InlineData("addEvidence", """taskId: "my-hoa-hung-2024-kstthc/1.2", evidence: { link: { url: "https://example.vn" } }""", "task { version evidence { id url addedAt } } evidence { id addedAt }")]
    [InlineData("recordEvent", """taskId: "my-hoa-hung-2024-kstthc/6.3", happenedOn: "2024-05-06" """, "task { version } event { id due recordedAt }")]
    [InlineData("recordIndicatorValue", """indicatorId: "my-hoa-hung-2024-kstthc/9.1.3", period: { quarter: { year: 2024, quarter: 1 } }, value: 80.50""", "indicator { version values { value } } value { value recordedAt }")]
    public async Task A_retry_answers_as_the_first_time_whatever_has_happened_since(string mutation, string input, string fields)
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        var ask = $"mutation {{ {mutation}(input: {{ {input}, idempotencyKey: \"k-1\" }}) {{ {fields} {Errors} }} }}";
        var first = await test.Send(ask);
        Assert.EndsWith("\"errors\":null}}}", first, StringComparison.Ordinal);
        await test.Send(Add("https://example.vn/next"));
        await test.Send("""mutation { recordEvent(input: { taskId: "my-hoa-hung-2024-kstthc/6.3", happenedOn: "2024-05-07" }) { event { id } } }""");
        await test.Send("""mutation { recordIndicatorValue(input: { indicatorId: "my-hoa-hung-2024-kstthc/9.1.3", period: { quarter: { year: 2024, quarter: 1 } }, value: 1 }) { value { value } } }""");

        Assert.Equal(first, await test.Send(ask));
        Assert.Equal(first, await test.Send(ask.Replace("80.50", "80.5", StringComparison.Ordinal)));
        Assert.Equal(first, await test.Send(ask.Replace("idempotencyKey:", "validateOnly: true, idempotencyKey:", StringComparison.Ordinal)));
        Assert.Equal("""{"data":{"changes":{"totalCount":4}}}""", await test.Send("{ changes(where: { kind: { neq: PLAN_ADDED } }) { totalCount } }"));
    }

    [Fact]
    public async Task An_occurrence_is_found_again_by_a_retry()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        const string ask = """mutation { recordOccurrence(input: { taskId: "thuong-lo-2020-cchc/3.1.3", occurrence: { period: { month: { year: 2020, month: 3 } } }, happenedOn: "2020-03-10", idempotencyKey: "k" }) { occurrence { due ordinal happenedOn } task { version } errors { ... on Error { code message } } } }""";

        var first = await test.Send(ask);
        Assert.EndsWith("\"task\":{\"version\":2},\"errors\":null}}}", first, StringComparison.Ordinal);
        await test.Send(ask.Replace("\"k\"", "\"next\"", StringComparison.Ordinal));

        Assert.Equal(first, await test.Send(ask));
    }

    [Fact]
    public async Task The_same_key_with_other_input_is_refused()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        await test.Send(Add("https://example.vn/1", "k"));

        Assert.Equal($$$$"""{"data":{"addEvidence":{"evidence":null,"errors":[{{{{Reused}}}}]}}}""", await test.Send(Add("https://example.vn/2", "k")));
        Assert.Equal(
            $$$$"""{"data":{"updateTaskStatus":{"task":null,"errors":[{{{{Reused}}}}]}}}""",
            await test.Send($$"""mutation { updateTaskStatus(input: { taskId: "{{Task}}", status: IN_PROGRESS, idempotencyKey: "k" }) { task { id } {{Errors}} } }"""));
        Assert.Equal($$$$"""{"data":{"addEvidence":{"evidence":null,"errors":[{{{{Reused}}}}]}}}""", await test.Send(Add("https://example.vn/2", "k", "validateOnly: true, ")));
    }

    [Fact]
    public async Task Nobody_meets_the_keys_of_another_caller()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        foreach (var (id, number) in ((string?, int)[])[(null, 1), ("a", 2), ("b", 3)])
        {
            test.Caller = new Caller { KeyId = id, Name = id, Scopes = [Scope.Admin] };
            Assert.Equal(
                $$$$"""{"data":{"addEvidence":{"evidence":{"id":"{{{{Task}}}}/evidence/{{{{number}}}}"},"errors":null}}}""", await test.Send(Add($"https://example.vn/{id}", "k")));
        }
    }

    [Fact]
    public async Task A_retry_with_the_key_that_took_the_place_of_the_first_is_a_retry()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        test.Caller = new Caller { KeyId = "old", Name = "an", Scopes = [Scope.Admin] };
        var first = await test.Send(Add("https://example.vn/1", "k"));

        test.Caller = test.Caller with { KeyId = "new" };

        Assert.Equal(first, await test.Send(Add("https://example.vn/1", "k")));
    }

    [Fact]
    public async Task A_refused_change_is_judged_anew()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        const string complete = $$"""mutation { updateTaskStatus(input: { taskId: "{{Task}}", status: COMPLETED, idempotencyKey: "k" }) { task { status } {{Errors}} } }""";
        Assert.Contains("EVIDENCE_MISSING", await test.Send(complete), StringComparison.Ordinal);
        await test.Send(Add("https://example.vn/1"));

        const string done = """{"data":{"updateTaskStatus":{"task":{"status":"COMPLETED"},"errors":null}}}""";
        Assert.Equal(done, await test.Send(complete));
        Assert.Equal(done, await test.Send(complete));
    }

    [Fact]
    public async Task Requests_with_the_same_key_at_the_same_time_get_the_same_answer()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        var answers = await System.Threading.Tasks.Task.WhenAll(Enumerable.Range(0, 16).Select(_ => System.Threading.Tasks.Task.Run(() => test.Send(Add("https://example.vn/1", "k")))));

        Assert.Equal($$$$"""{"data":{"addEvidence":{"evidence":{"id":"{{{{Task}}}}/evidence/1"},"errors":null}}}""", Assert.Single(answers.Distinct()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a\\nb")]
    [InlineData("a\\u202eb")]
    [InlineData("a\\ufffdb")]
    public async Task A_key_has_to_be_printable(string key)
    {
        await using var test = await ExecutionTest.WithPlans("my-hoa-hung-2024-kstthc");

        Assert.Contains("""An idempotency key has 1 to 200 printable characters.","code":"VALIDATION_FAILED","path":["idempotencyKey"]""",
            await test.Send("mutation($k: String) { addEvidence(input: { taskId: \"x\", evidence: { link: { url: \"https://example.vn\" } }, idempotencyKey: $k }) { " + Errors + " } }", $$"""{"k": "{{key}}"}"""),
            StringComparison.Ordinal);
    }

    private static string Add(string url, string? key = null, string more = "") =>
        $$"""mutation { addEvidence(input: { taskId: "{{Task}}", evidence: { link: { url: "{{url}}" } }, {{more}}{{(key is null ? "" : $"idempotencyKey: \"{key}\"")}} }) { evidence { id } {{Errors}} } }""";
}
