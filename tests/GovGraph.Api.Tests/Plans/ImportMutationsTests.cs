using System.Text.Json;
using GovGraph.Api.Access;
using GovGraph.Storage.Access;
using Xunit;

namespace GovGraph.Api.Tests.Plans;

/// <summary>Who may take which plans in. What the plans may be stands in ImportPlanAnswersTests, over HTTP.</summary>
public sealed class ImportMutationsTests
{
    private const string Mutation = "mutation($input: ImportPlanInput!) { importPlan(input: $input) { outcome errors { ... on Error { code message } } } }";

    private static readonly Caller s_ofThuongLo = new() { Name = "xã", Scopes = [Scope.PlanWrite], Bodies = ["thuong-lo"] };

    [Theory]
    [InlineData("thuong-lo", """{"outcome":"INSERTED","errors":null}""")]
    [InlineData("trung-trac", """{"outcome":null,"errors":[{"code":"AUTH_NOT_AUTHORIZED","message":"The current user is not authorized to access this resource: the key 'xã' does not see the plans of trung-trac."}]}""")]
    [InlineData("somewhere", """{"outcome":null,"errors":[{"code":"AUTH_NOT_AUTHORIZED","message":"The current user is not authorized to access this resource: the key 'xã' does not see the plans of somewhere."}]}""")]
    public async Task A_body_brings_its_own_plans_only(string issuer, string expected)
    {
        await using var plans = await ExecutionTest.WithTheFivePlans();
        plans.Caller = s_ofThuongLo;

        Assert.Equal(expected, await Import(plans, issuer));
    }

    [Fact]
    public async Task A_unit_brings_no_plan_of_its_body_whatever_its_key_says()
    {
        await using var plans = await ExecutionTest.WithTheFivePlans();
        plans.Caller = s_ofThuongLo with { Units = ["thuong-lo/van-phong-thong-ke"] };

        Assert.Contains("AUTH_NOT_AUTHORIZED", await Import(plans, "thuong-lo"), StringComparison.Ordinal);
        plans.Caller = Caller.Anyone;
        Assert.Equal("""{"data":{"planById":null}}""", await plans.Send("""{ planById(id: "thuong-lo-2031-cchc") { id } }"""));
    }

    [Theory]
    [InlineData(Scope.StatusWrite)]
    [InlineData(Scope.EvidenceReview)]
    public async Task No_other_scope_brings_plans(Scope scope)
    {
        await using var plans = await ExecutionTest.WithTheFivePlans();
        plans.Caller = s_ofThuongLo with { Scopes = [scope] };

        Assert.Contains("the key 'xã' does not have the scope `plan:write`", await plans.Send(Mutation, Input("thuong-lo")), StringComparison.Ordinal);
    }

    private static async Task<string> Import(ExecutionTest plans, string issuer) =>
        JsonElement.Parse(await plans.Send(Mutation, Input(issuer))).GetProperty("data").GetProperty("importPlan").GetRawText();

    private static string Input(string issuer) => JsonSerializer.Serialize(new
    {
        input = new
        {
            plan = $$"""
                {
                  "schemaVersion": 1, "id": "{{issuer}}-2031-cchc", "title": "Kế hoạch", "year": 2031, "program": "CCHC", "level": "COMMUNE",
                  "issuer": { "id": "{{issuer}}", "name": "UBND xã", "place": "Xã" },
                  "areas": [ { "code": "1", "title": "Chung", "tasks": [ { "id": "{{issuer}}-2031-cchc/1.1", "code": "1.1", "title": "Rà soát", "lead": "UBND xã", "deadline": "Thường xuyên" } ] } ]
                }
                """,
        },
    });
}
