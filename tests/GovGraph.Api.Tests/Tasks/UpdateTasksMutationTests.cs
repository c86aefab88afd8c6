using System.Text.Json;
using GovGraph.Api.Access;
using GovGraph.Storage.Access;
using Xunit;

namespace GovGraph.Api.Tests.Tasks;

public sealed class UpdateTasksMutationTests
{
    private const string Ask =
        """
        mutation($input: UpdateTasksInput!) {
          updateTasks(input: $input) {
            applied
            results { index task { id status version plan { version } } errors { ... on Error { code } ... on ValidationError { path } } }
            errors { ... on Error { code } ... on ValidationError { path } }
          }
        }
        """;

    private const string Changes = "{ changes(where: { kind: { neq: PLAN_ADDED } }) { totalCount } }";

    [Fact]
    public async Task All_items_are_applied_over_several_plans_each_with_its_result()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        Assert.Equal(
            """{"data":{"updateTasks":{"applied":3,"results":["""
            + """{"index":0,"task":{"id":"my-hoa-hung-2024-kstthc/1.2","status":"IN_PROGRESS","version":2,"plan":{"version":2}},"errors":null},"""
            + """{"index":1,"task":{"id":"thuong-lo-2020-cchc/1.3.2","status":"IN_PROGRESS","version":2,"plan":{"version":2}},"errors":null},"""
            + """{"index":2,"task":{"id":"my-hoa-hung-2024-kstthc/1.2","status":"SUSPENDED","version":3,"plan":{"version":3}},"errors":null}],"errors":null}}}""",
            await test.Send(Ask, Input("""{"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": "IN_PROGRESS"}, {"taskId": "thuong-lo-2020-cchc/1.3.2", "status": "IN_PROGRESS"}, {"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": "SUSPENDED", "expectedVersion": 2}""")));
    }

    [Theory]
    [InlineData("ATOMIC", false)]
    [InlineData("ATOMIC", true)]
    [InlineData("BEST_EFFORT", false)]
    [InlineData("BEST_EFFORT", true)]
    public async Task A_bad_item_keeps_the_others_from_happening_only_where_all_must(string mode, bool isTried)
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        var items =
            """{"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": "IN_PROGRESS"}, {"taskId": "my-hoa-hung-2024-kstthc/1.1", "status": "COMPLETED"}, {"taskId": "none/1", "status": "COMPLETED"}""";

        using var answer = JsonDocument.Parse(await test.Send(Ask, Input(items, $"\"mode\": \"{mode}\", \"validateOnly\": {(isTried ? "true" : "false")}")));

        var payload = answer.RootElement.GetProperty("data").GetProperty("updateTasks");
        Assert.Equal(mode == "ATOMIC" ? 0 : 1, payload.GetProperty("applied").GetInt32());
        Assert.Equal(
            [mode == "ATOMIC" ? "NOT_APPLIED" : null, "EVIDENCE_MISSING", "TASK_NOT_FOUND"],
            payload.GetProperty("results").EnumerateArray().Select(result => result.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors ? errors[0].GetProperty("code").GetString() : null));
        Assert.Equal($$$$"""{"data":{"changes":{"totalCount":{{{{(mode == "ATOMIC" || isTried ? 0 : 1)}}}}}}}""", await test.Send(Changes));
    }

    [Theory]
    [InlineData("ATOMIC")]
    [InlineData("BEST_EFFORT")]
    public async Task A_retry_with_a_key_answers_as_the_first_time(string mode)
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        const string items = """{"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": "IN_PROGRESS"}, {"taskId": "my-hoa-hung-2024-kstthc/1.1", "status": "IN_PROGRESS"}""";
        var input = Input(items, $"\"mode\": \"{mode}\", \"idempotencyKey\": \"k\"");
        var first = await test.Send(Ask, input);
        Assert.Contains("\"applied\":2", first, StringComparison.Ordinal);
        await test.Send(Ask, Input("""{"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": "SUSPENDED"}"""));

        Assert.Equal(first, await test.Send(Ask, input));
        Assert.Equal("""{"data":{"changes":{"totalCount":3}}}""", await test.Send(Changes));
        Assert.Equal(
            """{"data":{"updateTasks":{"applied":null,"results":null,"errors":[{"code":"IDEMPOTENCY_KEY_REUSED"}]}}}""",
            await test.Send(Ask, Input("""{"taskId": "my-hoa-hung-2024-kstthc/1.3", "status": "IN_PROGRESS"}""", $"\"mode\": \"{mode}\", \"idempotencyKey\": \"k\"")));
    }

    [Fact]
    public async Task What_was_refused_in_a_bulk_is_judged_anew_and_the_rest_stays()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        var input = Input(
            """{"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": "COMPLETED"}, {"taskId": "my-hoa-hung-2024-kstthc/1.1", "status": "IN_PROGRESS"}""", "\"mode\": \"BEST_EFFORT\", \"idempotencyKey\": \"k\"");
        Assert.Contains("\"applied\":1", await test.Send(Ask, input), StringComparison.Ordinal);
        await test.Send("""mutation { addEvidence(input: { taskId: "my-hoa-hung-2024-kstthc/1.2", evidence: { link: { url: "https://example.vn" } } }) { evidence { id } } }""");

        Assert.Contains("\"applied\":2", await test.Send(Ask, input), StringComparison.Ordinal);
        Assert.Equal("""{"data":{"changes":{"totalCount":3}}}""", await test.Send(Changes));
    }

    [Fact]
    public async Task Faults_of_items_are_told_with_their_places_all_at_once()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        Assert.Equal(
            """{"data":{"updateTasks":{"applied":0,"results":["""
            + """{"index":0,"task":null,"errors":[{"code":"NOT_APPLIED"}]},"""
            + """{"index":1,"task":null,"errors":[{"code":"VALIDATION_FAILED","path":["items","1","expectedVersion"]},{"code":"VALIDATION_FAILED","path":["items","1","completedOn"]}]}],"errors":null}}}""",
            await test.Send(Ask, Input(
                """{"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": "IN_PROGRESS"}, {"taskId": "my-hoa-hung-2024-kstthc/1.1", "status": "IN_PROGRESS", "completedOn": "2024-01-01", "expectedVersion": 0}""")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public async Task A_bulk_has_1_to_1000_items(int count)
    {
        await using var test = await ExecutionTest.WithPlans("my-hoa-hung-2024-kstthc");
        var items = string.Join(", ", Enumerable.Repeat("""{"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": "IN_PROGRESS"}""", count));

        Assert.Equal(
            """{"data":{"updateTasks":{"applied":null,"results":null,"errors":[{"code":"VALIDATION_FAILED","path":["items"]}]}}}""", await test.Send(Ask, Input(items)));
    }

    [Fact]
    public async Task A_thousand_items_pass_the_limits()
    {
        await using var test = await ExecutionTest.WithPlans("my-hoa-hung-2024-kstthc");
        var items = string.Join(", ", Enumerable.Range(0, 1000).Select(i => $$"""{"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": "{{(i % 2 == 0 ? "IN_PROGRESS" : "SUSPENDED")}}"}"""));

        Assert.Contains("\"applied\":1000", await test.Send(Ask, Input(items)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_a_unit_changes_only_what_the_unit_leads()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        test.Caller = new Caller { KeyId = "a", Name = "a", Scopes = [Scope.StatusWrite, Scope.Read], Units = ["none/unit"] };

        Assert.Contains(
            "\"errors\":[{\"code\":\"AUTH_NOT_AUTHORIZED\"}]", await test.Send(Ask, Input("""{"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": "IN_PROGRESS"}""")), StringComparison.Ordinal);
    }

    private static string Input(string items, string more = "") => $"{{\"input\": {{\"items\": [{items}]{(more.Length > 0 ? ", " : "")}{more}}}}}";
}
