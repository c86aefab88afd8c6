using System.Text.Json;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>Plans that come in over HTTP.</summary>
public abstract class ImportPlanAnswersTests
{
    private const string Mutation = """
        mutation($input: ImportPlanInput!) {
          importPlan(input: $input) {
            plan { id version evidenceRule tasks { id status } } outcome remarks
            errors { __typename ... on Error { code message } ... on PlanFaultError { path } ... on PlanConflictError { plan { id } } }
          }
        }
        """;

    private protected abstract RunningServer Server { get; }

    [Fact]
    public async Task A_plan_is_taken_in_once_and_never_over_another()
    {
        var plan = Plan("nho", """ "evidenceRule": "ACCEPTED", """, "qwertz");
        const string Inserted = """{"plan":{"id":"nho-2024-cchc","version":1,"evidenceRule":"ACCEPTED","tasks":[{"id":"nho-2024-cchc/1.1","status":"NOT_STARTED"}]},"outcome":"INSERTED","remarks":["this deadline can't be read and is kept as text: nho-2024-cchc/1.1: qwertz"],"errors":null}""";

        Assert.Equal(Inserted, await Import(plan, validateOnly: true));
        Assert.Equal("""{"data":{"planById":null}}""", (await Server.Send("""{ planById(id: "nho-2024-cchc") { id } }""")).GetRawText());
        Assert.Equal(Inserted, await Import(plan));
        Assert.Equal(Inserted.Replace("INSERTED", "UNCHANGED", StringComparison.Ordinal), await Import(plan));
        Assert.Equal(
            """{"plan":null,"outcome":null,"remarks":null,"errors":[{"__typename":"PlanConflictError","code":"PLAN_CONFLICT","message":"Another plan is here as nho-2024-cchc; it stays as it is. Whoever runs the server can put a new print in its place.","plan":{"id":"nho-2024-cchc"}}]}""",
            await Import(Plan("nho", "", "Thường xuyên")));
        Assert.Equal(
            """{"data":{"planById":{"history":{"nodes":[{"kind":"PLAN_ADDED","reason":"Tiếp nhận từ tỉnh"}]}}}}""",
            (await Server.Send("""{ planById(id: "nho-2024-cchc") { history { nodes { kind reason } } } }""")).GetRawText());
    }

    [Fact]
    public async Task A_retry_with_its_key_answers_as_the_first_time()
    {
        var plan = Plan("lai", "", "Thường xuyên");
        var first = await Import(plan, key: "k-1");

        Assert.Contains("INSERTED", first, StringComparison.Ordinal);
        Assert.Equal(first, await Import(plan, key: "k-1"));
        Assert.Equal(first, await Import(plan, validateOnly: true, key: "k-1"));
        Assert.Contains("UNCHANGED", await Import(plan, key: "k-2"), StringComparison.Ordinal);
        Assert.Contains("IDEMPOTENCY_KEY_REUSED", await Import(Plan("lai2", "", "Thường xuyên"), key: "k-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_document_is_not_taken_in_under_another_id()
    {
        Assert.Contains("INSERTED", await Import(Plan("hai", """ "number": "7/KH-UBND", """, "Thường xuyên")), StringComparison.Ordinal);

        var other = Plan("hai", """ "number": "7/KH-UBND", """, "Thường xuyên").Replace("hai-2024-cchc", "hai-2024-papi", StringComparison.Ordinal).Replace("CCHC", "PAPI", StringComparison.Ordinal);

        Assert.Contains("This document, 7/KH-UBND of UBND xã Nhỏ for 2024, is here as hai-2024-cchc.", await Import(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_faults_are_told_with_their_places()
    {
        var plan = Plan("ba", """ "colour": 1, "year": 2024, "budget": 1e400, """, "x").Replace("\"code\": \"1\"", "\"code\": \"\\ud800\"", StringComparison.Ordinal);

        Assert.Equal(
            ["$ has an unknown member \"colour\"", "$.budget must be a string, not 1e400", "$.year is there twice", "$.areas[0].code holds half of a surrogate pair"],
            Faults(await Import(plan)).Select(fault => fault.Split(';')[0]));
    }

    [Fact]
    public async Task What_has_happened_does_not_come_in_with_a_plan()
    {
        var plan = Plan("bon", """ "version": 4, """, "x").Replace("\"deadline\"", "\"status\": \"IN_PROGRESS\", \"version\": 2, \"deadline\"", StringComparison.Ordinal);

        Assert.Equal(
            [
                "$.areas[0].tasks[0] tells what has happened since the plan was printed; report that by itself, when the plan is here",
                "$.version tells what has happened since the plan was printed; report that by itself, when the plan is here",
            ],
            Faults(await Import(plan)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("{}x")]
    public async Task What_is_no_plan_is_told_so(string text)
    {
        var answer = await Import(text);

        Assert.StartsWith("{\"plan\":null,\"outcome\":null,\"remarks\":null,\"errors\":[{\"__typename\":\"", answer, StringComparison.Ordinal);
        Assert.Contains(text.Length == 0 ? "VALIDATION_FAILED" : "PLAN_FAULT", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_depth_and_length_are_refused()
    {
        Assert.Contains("PLAN_FAULT", await Import(new string('[', 500_000)), StringComparison.Ordinal);
        Assert.Contains("PLAN_FAULT", await Import($"{{\"sections\":{new string('[', 100)}{new string(']', 100)}}}"), StringComparison.Ordinal);
        Assert.Contains("PLAN_FAULT", await Import($"{{\"year\":{new string('9', 100_000)}}}"), StringComparison.Ordinal);
        Assert.Equal(100, Faults(await Import($"{{\"recipients\":[{string.Join(',', Enumerable.Repeat("1", 50_000))}]}}")).Count);
    }

    private static string Plan(string issuer, string members, string deadline) => $$"""
        {
          "schemaVersion": 1, "id": "{{issuer}}-2024-cchc", "title": "Kế hoạch nhỏ", {{members}} "year": 2024, "program": "CCHC", "level": "COMMUNE",
          "issuer": { "id": "{{issuer}}", "name": "UBND xã Nhỏ", "place": "Nhỏ" },
          "units": [ { "name": "UBND xã" } ],
          "areas": [ { "code": "1", "title": "Chung", "tasks": [ { "id": "{{issuer}}-2024-cchc/1.1", "code": "1.1", "title": "Rà soát", "lead": "UBND xã", "deadline": "{{deadline}}" } ] } ]
        }
        """;

    private static List<string> Faults(string payload)
    {
        using var parsed = JsonDocument.Parse(payload);
        return [.. parsed.RootElement.GetProperty("errors").EnumerateArray().Select(error => $"{error.GetProperty("path").GetString()} {error.GetProperty("message").GetString()}")];
    }

    private async Task<string> Import(string plan, bool validateOnly = false, string? key = null)
    {
        var answer = await Server.Send(Mutation, new { input = new { plan, validateOnly, reason = "Tiếp nhận từ tỉnh", idempotencyKey = key } });
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data").GetProperty("importPlan").GetRawText();
    }
}

public sealed class EmbeddedImportPlanAnswersTests(OwnServerFixture fixture) : ImportPlanAnswersTests, IClassFixture<OwnServerFixture>
{
    private protected override RunningServer Server => fixture.Server;
}

public sealed class MongoImportPlanAnswersTests(MongoFixture fixture) : ImportPlanAnswersTests, IClassFixture<MongoFixture>
{
    private protected override RunningServer Server => fixture.Server;
}
