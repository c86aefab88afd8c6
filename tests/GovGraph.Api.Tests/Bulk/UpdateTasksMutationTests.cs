using System.Security.Cryptography;
using System.Text.Json;
using GovGraph.Api.Access;
using GovGraph.Storage.Access;
using Xunit;

namespace GovGraph.Api.Tests.Bulk;

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

    private const string Report = """{"document": {"number": "12/BC-UBND", "date": "2024-03-01", "issuer": "UBND xã"}}""";

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

        var answer = await test.Send(Ask, Input(items, $"\"mode\": \"{mode}\", \"validateOnly\": {(isTried ? "true" : "false")}"));

        Assert.Contains($"\"applied\":{(mode == "ATOMIC" ? 0 : 1)}", answer, StringComparison.Ordinal);
        Assert.Equal([mode == "ATOMIC" ? "NOT_APPLIED" : null, "EVIDENCE_MISSING", "TASK_NOT_FOUND"], Codes(answer));
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

    [Fact]
    public async Task Evidence_and_the_status_that_rests_on_it_are_one_change()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        Assert.Contains(
            """{"index":0,"task":{"id":"my-hoa-hung-2024-kstthc/1.2","status":"COMPLETED","version":2,"plan":{"version":2}},"errors":null}""",
            await test.Send(Ask, Input($$$"""{"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": "COMPLETED", "completedOn": "2024-12-15", "note": "Xong", "evidence": [{{{Report}}}, {"link": {"url": "https://example.vn/a"}}]}""")),
            StringComparison.Ordinal);
        Assert.Equal(
            """{"data":{"changes":{"nodes":[{"kind":"STATUS_CHANGED","version":2,"changes":[{"field":"status","after":"COMPLETED"},{"field":"statusNote","after":"Xong"},{"field":"completedOn","after":"2024-12-15"},{"field":"evidence","after":"12/BC-UBND, 2024-03-01, UBND xã"},{"field":"evidence","after":"https://example.vn/a"}]}]}}}""",
            await test.Send("{ changes(where: { kind: { neq: PLAN_ADDED } }) { nodes { kind version changes { field after } } } }"));
    }

    [Fact]
    public async Task Evidence_alone_leaves_the_status_as_it_is()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        Assert.Contains(
            "\"status\":\"NOT_STARTED\",\"version\":2",
            await test.Send(Ask, Input($$"""{"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": null, "evidence": [{{Report}}]}""")), StringComparison.Ordinal);
        Assert.Equal(
            """{"data":{"taskById":{"evidence":[{"id":"my-hoa-hung-2024-kstthc/1.2/evidence/1","number":"12/BC-UBND"}],"history":{"nodes":[{"kind":"EVIDENCE_ADDED"},{"kind":"PLAN_ADDED"}]}}}}""",
            await test.Send("""{ taskById(id: "my-hoa-hung-2024-kstthc/1.2") { evidence { id number } history { nodes { kind } } } }"""));
    }

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public async Task A_status_that_is_refused_keeps_the_evidence_of_its_item_out(string isTried)
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        var first = $$"""{"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": "NOT_STARTED", "evidence": [{{Report}}]}""";
        var second = $$"""{"taskId": "my-hoa-hung-2024-kstthc/1.1", "evidence": [{{Report}}, {{Report}}]}""";

        Assert.Equal(["TRANSITION_NOT_ALLOWED", "DUPLICATE_EVIDENCE"], Codes(await test.Send(Ask, Input($"{first}, {second}", $"\"mode\": \"BEST_EFFORT\", \"validateOnly\": {isTried}"))));
        Assert.Equal("""{"data":{"changes":{"totalCount":0}}}""", await test.Send(Changes));
    }

    [Fact]
    public async Task Items_see_the_evidence_of_those_before_them()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        var items = $$"""{"taskId": "my-hoa-hung-2024-kstthc/1.2", "evidence": [{{Report}}]}, {"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": "COMPLETED", "expectedVersion": 2}, {"taskId": "my-hoa-hung-2024-kstthc/1.2", "evidence": [{{Report}}]}""";

        Assert.Equal(
            """{"data":{"updateTasks":{"results":[{"errors":null},{"errors":null},{"errors":[{"code":"DUPLICATE_EVIDENCE","evidence":{"id":"my-hoa-hung-2024-kstthc/1.2/evidence/1"}}]}]}}}""",
            await test.Send("mutation($input: UpdateTasksInput!) { updateTasks(input: $input) { results { errors { ... on Error { code } ... on DuplicateEvidenceError { evidence { id } } } } } }", Input(items, "\"mode\": \"BEST_EFFORT\"")));
    }

    [Fact]
    public async Task A_file_that_was_uploaded_proves_several_tasks()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData("Báo cáo"u8));
        using var created = JsonDocument.Parse(await test.Send($$"""mutation { createUpload(input: { name: "a.txt", size: {{"Báo cáo"u8.Length}}, sha256: "{{sha256}}" }) { upload { id } } }"""));
        var upload = created.RootElement.GetProperty("data").GetProperty("createUpload").GetProperty("upload").GetProperty("id").GetString()!;
        var items = string.Join(", ", ((string[])["1.1", "1.2"]).Select(task => $$$"""{"taskId": "my-hoa-hung-2024-kstthc/{{{task}}}", "status": "COMPLETED", "evidence": [{"file": {"uploadId": "{{{upload}}}"}}]}"""));

        Assert.Equal(["UPLOAD_INCOMPLETE", "UPLOAD_INCOMPLETE"], Codes(await test.Send(Ask, Input(items))));
        await test.SendFile(upload, "Báo cáo"u8.ToArray());

        Assert.Contains("\"applied\":2", await test.Send(Ask, Input(items)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_with_evidence_tells_what_both_touch()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        await test.Send(Ask, Input("""{"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": "IN_PROGRESS"}"""));
        var item = $$"""{"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": "SUSPENDED", "evidence": [{{Report}}], "expectedVersion": 1}""";

        Assert.Equal(
            """{"data":{"updateTasks":{"results":[{"errors":[{"actualVersion":2,"inCommon":["status"]}]}]}}}""",
            await test.Send("mutation($input: UpdateTasksInput!) { updateTasks(input: $input) { results { errors { ... on VersionConflictError { actualVersion inCommon } } } } }", Input(item)));
    }

    [Theory]
    [InlineData(Scope.StatusWrite, null, "AUTH_NOT_AUTHORIZED", "AUTH_NOT_AUTHORIZED")]
    [InlineData(Scope.EvidenceWrite, "AUTH_NOT_AUTHORIZED", null, "AUTH_NOT_AUTHORIZED")]
    [InlineData(Scope.Admin, null, null, null)]
    public async Task Each_item_needs_the_scopes_of_what_it_reports(Scope scope, string? status, string? evidence, string? both)
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        test.Caller = new Caller { KeyId = "a", Name = "a", Scopes = [scope, Scope.Read] };
        var items = $$"""{"taskId": "my-hoa-hung-2024-kstthc/1.1", "status": "IN_PROGRESS"}, {"taskId": "my-hoa-hung-2024-kstthc/1.2", "evidence": [{{Report}}]}, {"taskId": "my-hoa-hung-2024-kstthc/1.3", "status": "COMPLETED", "evidence": [{{Report}}]}""";

        Assert.Equal([status, evidence, both], Codes(await test.Send(Ask, Input(items, "\"mode\": \"BEST_EFFORT\""))));
    }

    [Fact]
    public async Task A_key_with_neither_scope_is_refused_as_a_whole()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        test.Caller = new Caller { KeyId = "a", Name = "a", Scopes = [Scope.Read, Scope.EvidenceReview] };

        Assert.Equal(
            """{"data":null,"errors":[{"message":"The current user is not authorized to access this resource: the key 'a' does not have the scope `status:write` or `evidence:write`.","locations":[{"line":2,"column":3}],"path":["updateTasks"],"extensions":{"code":"AUTH_NOT_AUTHORIZED","coordinate":"Mutation.updateTasks","scope":"status:write or evidence:write"}}]}""",
            await test.Send(Ask, Input("""{"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": "IN_PROGRESS"}""")));
    }

    [Fact]
    public async Task A_unit_hands_in_evidence_where_it_takes_part_and_sets_the_status_where_it_leads()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        using var units = JsonDocument.Parse(await test.Send("""{ taskById(id: "my-hoa-hung-2024-kstthc/1.2") { lead: assignments(role: LEAD) { unit { id } } other: assignments(role: COORDINATING) { unit { id } } } }"""));
        var task = units.RootElement.GetProperty("data").GetProperty("taskById");
        foreach (var (part, expected) in ((string, string?)[])[("lead", null), ("other", "AUTH_NOT_AUTHORIZED")])
        {
            var unit = task.GetProperty(part)[0].GetProperty("unit").GetProperty("id").GetString()!;
            test.Caller = new Caller { KeyId = "a", Name = "a", Scopes = [Scope.StatusWrite, Scope.EvidenceWrite, Scope.Read], Units = [unit] };
            var items = """{"taskId": "my-hoa-hung-2024-kstthc/1.2", "evidence": [{"link": {"url": "https://example.vn/PART"}}]}, {"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": "COMPLETED", "evidence": [{"link": {"url": "https://example.vn/more"}}]}""";

            Assert.Equal([null, expected], Codes(await test.Send(Ask, Input(items.Replace("PART", part, StringComparison.Ordinal), "\"mode\": \"BEST_EFFORT\", \"validateOnly\": true"))));
        }
    }

    [Fact]
    public async Task What_an_item_must_hold_is_told_all_at_once()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        var evidence = string.Join(", ", Enumerable.Range(0, 21).Select(i => $$$"""{"link": {"url": "{{{(i == 3 ? "here" : $"https://example.vn/{i}")}}}"}}"""));

        Assert.Equal(
            """{"data":{"updateTasks":{"results":["""
            + """{"errors":[{"message":"An item reports a status, evidence, or both.","path":["items","0"],"coordinate":"UpdateTasksInput.items"},{"message":"A note is kept with the status: leave note out, or set status.","path":["items","0","note"],"coordinate":"UpdateTasksItemInput.note"}]},"""
            + """{"errors":[{"message":"An item has at most 20 pieces of evidence.","path":["items","1","evidence"],"coordinate":"UpdateTasksItemInput.evidence"},{"message":"An address is absolute and starts with http:// or https://.","path":["items","1","evidence","3","link","url"],"coordinate":"LinkEvidenceInput.url"}]}]}}}""",
            await test.Send(
                "mutation($input: UpdateTasksInput!) { updateTasks(input: $input) { results { errors { ... on ValidationError { message path coordinate } } } } }",
                Input($$"""{"taskId": "my-hoa-hung-2024-kstthc/1.2", "evidence": [], "note": "x"}, {"taskId": "my-hoa-hung-2024-kstthc/1.1", "evidence": [{{evidence}}]}""")));
    }

    [Fact]
    public async Task A_bulk_names_at_most_100_files()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        var files = string.Join(", ", Enumerable.Repeat("""{"file": {"uploadId": "0"}}""", 20));
        var items = string.Join(", ", Enumerable.Range(0, 6).Select(_ => $$"""{"taskId": "my-hoa-hung-2024-kstthc/1.2", "evidence": [{{files}}]}"""));

        Assert.Equal("""{"data":{"updateTasks":{"applied":null,"results":null,"errors":[{"code":"VALIDATION_FAILED","path":["items"]}]}}}""", await test.Send(Ask, Input(items)));
    }

    [Fact]
    public async Task A_retry_with_evidence_answers_as_the_first_time()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        var input = Input($$"""{"taskId": "my-hoa-hung-2024-kstthc/1.2", "status": "COMPLETED", "completedOn": "2024-12-15", "evidence": [{{Report}}]}""", "\"idempotencyKey\": \"k\"");
        var first = await test.Send(Ask, input);

        Assert.Contains("\"applied\":1", first, StringComparison.Ordinal);
        Assert.Equal(first, await test.Send(Ask, input));
        Assert.Contains("IDEMPOTENCY_KEY_REUSED", await test.Send(Ask, input.Replace("12/BC", "13/BC", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal("""{"data":{"changes":{"totalCount":1}}}""", await test.Send(Changes));
    }

    private static IEnumerable<string?> Codes(string answer)
    {
        using var json = JsonDocument.Parse(answer);
        return [.. json.RootElement.GetProperty("data").GetProperty("updateTasks").GetProperty("results").EnumerateArray()
            .Select(result => result.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors ? errors[0].GetProperty("code").GetString() : null)];
    }

    private static string Input(string items, string more = "") => $"{{\"input\": {{\"items\": [{items}]{(more.Length > 0 ? ", " : "")}{more}}}}}";
}
