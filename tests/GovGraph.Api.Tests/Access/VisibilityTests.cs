using System.Text.Json;
using GovGraph.Api.Access;
using GovGraph.GraphQL.Types;
using GovGraph.Storage.Access;
using Xunit;

namespace GovGraph.Api.Tests.Access;

/// <summary>Tries to learn of a plan that the key does not see: what is answered must be what a server without that plan answers.</summary>
public sealed class VisibilityTests
{
    private const string Unseen = "hung-yen-2021-papi";
    private const string UnseenTask = "hung-yen-2021-papi/1.a#1";
    private const string UnseenDated = "hung-yen-2021-papi/4.c#1";

    // Before the questions, which are made from it.
    private static readonly Schema s_schema = SchemaBuilder.Build(ApiSchema.Sources).Schema!;

    private static readonly Caller s_ofTwoCommunes = new() { Name = "clerk", Scopes = [Scope.Admin], Bodies = ["thuong-lo", "trung-trac"] };

    /// <summary>For each root field, what somebody would ask who wants to learn of the plan.</summary>
    private static readonly Dictionary<string, string[]> s_questions = new()
    {
        ["plans"] =
        [
            "{ plans(first: 50) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } nodes { id } edges { cursor node { id } } } }",
            """{ plans(where: { id: { eq: "hung-yen-2021-papi" } }) { totalCount nodes { id } } }""",
            """{ plans(where: { not: { issuer: { id: { eq: "thuong-lo" } } } }) { totalCount nodes { id } } }""",
            """{ plans(where: { or: [{ issuer: { id: { eq: "hung-yen" } } }, { level: { eq: PROVINCE } }] }) { totalCount pageInfo { hasNextPage } } }""",
            """{ plans(where: { tasks: { some: { involves: { unit: "Sở Nội vụ" } } } }) { totalCount nodes { id } } }""",
            "{ plans(last: 1, order: [{ year: ASC }]) { totalCount pageInfo { hasPreviousPage } nodes { id } } }",
            """{ plans(at: "2030-01-01T00:00:00Z") { totalCount nodes { id } } }""",
            "{ plans { nodes { units { id aliases summary { total } } history { totalCount nodes { plan { id } } } summary { total } } } }",
        ],
        ["planById"] =
        [
            """{ planById(id: "hung-yen-2021-papi") { id } }""",
            """{ planById(id: "hung-yen-2021-papi", at: "2030-01-01T00:00:00Z") { id } }""",
        ],
        ["tasks"] =
        [
            "{ tasks(first: 50) { totalCount pageInfo { hasNextPage endCursor } edges { cursor } nodes { id } } }",
            """{ tasks(where: { plan: { id: { eq: "hung-yen-2021-papi" } } }) { totalCount nodes { id } } }""",
            """{ tasks(where: { plan: { issuer: { name: { startsWith: "UBND tỉnh" } } } }) { totalCount pageInfo { hasNextPage } } }""",
            """{ tasks(where: { not: { plan: { id: { in: ["thuong-lo-2020-cchc", "trung-trac-2022-papi", "trung-trac-2024-papi"] } } } }) { totalCount nodes { id } } }""",
            """{ tasks(where: { or: [{ involves: { unit: "Sở Nội vụ" } }, { id: { eq: "hung-yen-2021-papi/1.a#1" } }] }) { totalCount nodes { id } } }""",
            """{ tasks(last: 2, where: { involves: { unit: "hung-yen/so-noi-vu" } }) { totalCount pageInfo { hasPreviousPage } } }""",
            """{ tasks(first: 1, at: "2030-01-01T00:00:00Z") { totalCount nodes { id } } }""",
        ],
        ["tasksGroupBy"] =
        [
            .. ((EnumType)s_schema.Types["TaskGroupKey"]).ValuesInOrder.Select(key =>
                $"{{ tasksGroupBy(by: {key.Name}, first: 50, asOf: \"2024-01-01\") {{ totalCount nodes {{ count budgetTotal progress key {{ plan {{ id }} issuer {{ id }} unit {{ id aliases }} leadUnit {{ id }} area {{ id }} year level program }} }} }} }}"),
            """{ tasksGroupBy(by: PLAN, where: { plan: { level: { eq: PROVINCE } } }) { totalCount nodes { count } } }""",
        ],
        ["taskById"] =
        [
            """{ taskById(id: "hung-yen-2021-papi/1.a#1") { id } }""",
            """{ taskById(id: "hung-yen-2021-papi/1.a#1", at: "2030-01-01T00:00:00Z") { id } }""",
        ],
        ["indicators"] =
        [
            "{ indicators(first: 50) { totalCount pageInfo { hasNextPage endCursor } nodes { id } edges { cursor } } }",
            """{ indicators(where: { plan: { issuer: { id: { eq: "my-hoa-hung" } } } }, order: [{ target: DESC }]) { totalCount nodes { id } } }""",
            """{ indicators(last: 1, where: { not: { isBelowTarget: { eq: true } } }) { totalCount pageInfo { hasPreviousPage } } }""",
            """{ indicators(first: 1, at: "2030-01-01T00:00:00Z") { totalCount nodes { id } } }""",
        ],
        ["units"] =
        [
            """{ units(where: { summary: { total: { gt: 0 }, year: 2021 } }, order: [{ summary: { asOf: "2024-01-01", noDeadline: DESC } }]) { totalCount nodes { id } edges { cursor } } }""",
            "{ units(first: 50) { totalCount pageInfo { hasNextPage endCursor } nodes { id aliases issuer { id } under { id } units { id } } } }",
            """{ units(where: { issuer: { id: { eq: "hung-yen" } } }) { totalCount nodes { id } } }""",
            """{ units(where: { id: { eq: "hung-yen/so-noi-vu" } }) { totalCount } }""",
            """{ units(where: { name: { contains: "Sở" } }, order: [{ name: DESC }]) { totalCount nodes { id } } }""",
            """{ units(first: 3) { nodes { summary { total } tasks(first: 2) { totalCount } history(first: 2) { totalCount } } } }""",
        ],
        ["unitScorecard"] =
        [
            """{ unitScorecard(unit: "hung-yen/so-noi-vu", year: 2021) { unit { id } } }""",
            """{ unitScorecard(unit: "Sở Nội vụ", year: 2021) { unit { id } } }""",
            """{ unitScorecard(unit: "Sở Nội vụ", issuer: "hung-yen", year: 2021) { unit { id } } }""",
            """{ unitScorecard(unit: "UBND cấp xã", year: 2021) { unit { id } asLead { assigned } } }""",
        ],
        ["planComparison"] =
        [
            """{ planComparison(before: "trung-trac-2022-papi", after: "hung-yen-2021-papi") { taskCounts { new } } }""",
            """{ planComparison(before: "hung-yen-2021-papi", after: "trung-trac-2022-papi") { taskCounts { new } } }""",
        ],
        ["search"] =
        [
            """{ search(text: "sở nội vụ", first: 50) { totalCount pageInfo { hasNextPage endCursor } nodes { score node { id } plan { id } highlights { fragments { text } } } } }""",
            """{ search(text: "tỉnh", first: 50) { totalCount nodes { score node { id } } } }""",
            """{ search(text: "PAPI", plan: { issuer: { id: { eq: "hung-yen" } } }) { totalCount nodes { node { id } } } }""",
            """{ search(text: "kế hoạch", plan: { not: { issuer: { id: { eq: "thuong-lo" } } } }) { totalCount } }""",
        ],
        ["node"] = [.. Ids.Select(id => $"{{ node(id: \"{id}\") {{ id }} }}")],
        ["nodes"] = [$"{{ nodes(ids: [{string.Join(", ", Ids.Select(id => $"\"{id}\""))}]) {{ id }} }}"],
        ["changes"] =
        [
            "{ changes(first: 50) { totalCount pageInfo { hasNextPage hasPreviousPage } nodes { id node { id } plan { id } } } }",
            """{ changes(where: { plan: { eq: "hung-yen-2021-papi" } }) { totalCount nodes { id } } }""",
            """{ changes(where: { involves: { unit: "Sở Nội vụ" } }) { totalCount nodes { id } } }""",
            """{ changes(last: 1, where: { kind: { eq: PLAN_ADDED } }) { totalCount pageInfo { hasPreviousPage } nodes { plan { id } } } }""",
            """{ changes(since: "1970-01-01T00:00:00Z") { totalCount } }""",
        ],
    };

    private static readonly string s_evidence = """evidence: { link: { url: "https://example.vn/1" } }""";

    /// <summary>For each mutation, what somebody would ask for who wants to learn of the plan or change it.</summary>
    private static readonly Dictionary<string, string[]> s_changes = new()
    {
        ["updateTaskStatus"] = [$"taskId: \"{UnseenTask}\", status: IN_PROGRESS", $"taskId: \"{UnseenTask}\", status: NOT_STARTED"],
        ["updateTasks"] =
        [
            $"items: [{{ taskId: \"{UnseenTask}\", status: IN_PROGRESS }}]", $"mode: BEST_EFFORT, items: [{{ taskId: \"{UnseenTask}\", status: IN_PROGRESS, expectedVersion: 1 }}]",
            $"items: [{{ taskId: \"thuong-lo-2020-cchc/1.1#1\", status: IN_PROGRESS }}, {{ taskId: \"{UnseenTask}\", status: IN_PROGRESS }}]",
        ],
        ["addEvidence"] = [$"taskId: \"{UnseenTask}\", {s_evidence}"],
        ["reviewEvidence"] = [$"evidenceId: \"{UnseenTask}/evidence/1\", decision: ACCEPT", $"evidenceId: \"{UnseenTask}/evidence/1\", decision: RETURN, reason: \"x\""],
        ["withdrawEvidence"] = [$"evidenceId: \"{UnseenTask}/evidence/1\", reason: \"x\""],
        ["requestExtension"] = [$"taskId: \"{UnseenDated}\", until: \"2099-12-31\", reason: \"x\""],
        ["decideExtension"] = [$"extensionId: \"{UnseenDated}/extension/1\", decision: GRANT"],
        ["addNote"] = [$"taskId: \"{UnseenTask}\", text: \"x\""],
        ["importPlan"] = [.. Prints().Select(print => $"plan: {JsonSerializer.Serialize(print)}")],
        ["recordIndicatorValue"] = ["indicatorId: \"my-hoa-hung-2024-kstthc/9.1.3\", period: { quarter: { year: 2024, quarter: 1 } }, value: 80"],
        ["recordOccurrence"] = [$"taskId: \"{UnseenTask}\", occurrence: {{ due: \"2021-03-01\" }}, happenedOn: \"2021-03-01\""],
        ["recordEvent"] = [$"taskId: \"{UnseenTask}\", happenedOn: \"2021-03-01\""],
        ["closeEvent"] = [$"eventId: \"{UnseenTask}/event/1\""],
    };

    private static string[] Ids =>
        [Unseen, UnseenTask, "hung-yen-2021-papi/1", "hung-yen/so-noi-vu", "hung-yen", $"{UnseenTask}/evidence/1"];

    [Fact]
    public void Every_field_of_the_query_is_tried() =>
        // Who sees which webhooks stands in WebhookFieldsTests.
        Assert.Equal(s_schema.QueryType!.FieldsInOrder.Select(field => field.Name).Except(["webhooks"]).Order(), s_questions.Keys.Order());

    [Fact]
    public void Every_field_of_the_subscription_is_tried() =>
        // In TaskSubscriptionTests, where something happens.
        Assert.Equal(["onTaskChanged"], s_schema.SubscriptionType!.FieldsInOrder.Select(field => field.Name));

    [Fact]
    public async Task What_is_answered_is_what_a_server_without_the_unseen_plans_answers()
    {
        await using var all = await ExecutionTest.WithTheFivePlans();
        await using var without = await ExecutionTest.WithPlans("thuong-lo-2020-cchc", "trung-trac-2022-papi", "trung-trac-2024-papi");
        all.Caller = s_ofTwoCommunes;
        without.Caller = s_ofTwoCommunes;
        foreach (var question in s_questions.Values.SelectMany(questions => questions))
        {
            var answer = await all.Send(question);

            Assert.DoesNotContain("HC0016", answer, StringComparison.Ordinal);
            Assert.StartsWith("""{"data":""", answer, StringComparison.Ordinal);
            Assert.True(await without.Send(question) == answer, $"{question}\n{answer}");
        }
    }

    [Fact]
    public void Every_mutation_is_tried() =>
        // Uploads belong to keys, and so do webhooks: FileAccessTests and WebhookFieldsTests.
        Assert.Equal(
            s_schema.MutationType!.FieldsInOrder.Select(field => field.Name).Except(["createUpload", "createWebhook", "deleteWebhook", "enableWebhook", "replayWebhookDelivery"]).Order(),
            s_changes.Keys.Order());

    [Fact]
    public async Task What_a_change_is_told_is_what_a_server_without_the_unseen_plans_tells()
    {
        await using var all = await ExecutionTest.WithTheFivePlans();
        await using var without = await ExecutionTest.WithPlans("thuong-lo-2020-cchc", "trung-trac-2022-papi", "trung-trac-2024-papi");
        await Has($"addEvidence(input: {{ taskId: \"{UnseenTask}\", {s_evidence} }})");
        await Has($"requestExtension(input: {{ taskId: \"{UnseenDated}\", until: \"2099-12-31\", reason: \"x\" }})");
        var standing = await Standing(all);
        all.Caller = s_ofTwoCommunes;
        without.Caller = s_ofTwoCommunes;
        foreach (var (mutation, inputs) in s_changes)
        {
            foreach (var asked in inputs.SelectMany(asked => (string[])[asked, $"{asked}, validateOnly: true", $"{asked}, idempotencyKey: \"1\"", .. TakesVersion(mutation) ? [$"{asked}, expectedVersion: 7"] : (string[])[]]))
            {
                var change = $"mutation {{ {mutation}(input: {{ {asked} }}) {{ {(mutation == "updateTasks" ? "results { task { id } errors { __typename ... on Error { code message } } } " : "")}errors {{ __typename ... on Error {{ code message }} }} }} }}";
                var answer = await all.Send(change);

                Assert.StartsWith("""{"data":""", answer, StringComparison.Ordinal);
                Assert.DoesNotContain("VALIDATION_FAILED", answer, StringComparison.Ordinal);
                Assert.True(await without.Send(change) == answer, $"{change}\n{answer}");
            }
        }

        all.Caller = Caller.Anyone;
        Assert.Equal(standing, await Standing(all));

        async Task Has(string change) => Assert.Contains("\"errors\":null", await all.Send($"mutation {{ {change} {{ errors {{ __typename }} }} }}"), StringComparison.Ordinal);

        static bool TakesVersion(string mutation) =>
            ((InputObjectType)s_schema.MutationType!.Fields[mutation].Arguments[0].Type.Nullable).FieldsInOrder.Any(field => field.Name == "expectedVersion");

        static Task<string> Standing(ExecutionTest plans) => plans.Send($$"""{ planById(id: "{{Unseen}}") { version history { totalCount } } }""");
    }

    [Fact]
    public async Task Somebody_elses_cursor_is_none()
    {
        await using var plans = await ExecutionTest.WithTheFivePlans();
        var page = JsonElement.Parse(await plans.Send("{ tasks(first: 1) { pageInfo { endCursor } nodes { id } } }")).GetProperty("data").GetProperty("tasks");
        Assert.Equal(UnseenTask, page.GetProperty("nodes")[0].GetProperty("id").GetString());

        plans.Caller = s_ofTwoCommunes;
        Assert.Contains(
            "belongs to another query",
            await plans.Send($$"""{ tasks(first: 1, after: "{{page.GetProperty("pageInfo").GetProperty("endCursor").GetString()}}") { totalCount } }"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_task_that_is_not_seen_is_not_there_for_a_change()
    {
        await using var plans = await ExecutionTest.WithTheFivePlans();
        plans.Caller = s_ofTwoCommunes;
        foreach (var id in (string[])[UnseenTask, "hung-yen-2021-papi/none"])
        {
            foreach (var more in (string[])["", ", expectedVersion: 7", ", validateOnly: true", ", expectedVersion: 7, validateOnly: true"])
            {
                Assert.Equal(
                    $$"""{"data":{"updateTaskStatus":{"task":null,"errors":[{"__typename":"TaskNotFoundError","message":"There is no task {{id}}."}]""" + "}}}",
                    await plans.Send($$"""mutation { updateTaskStatus(input: { taskId: "{{id}}", status: IN_PROGRESS{{more}} }) { task { id } errors { __typename ... on Error { message } } } }"""));
            }
        }
    }

    /// <summary>The unseen plan, the same with another title, and under the id of another body.</summary>
    private static string[] Prints()
    {
        var print = File.ReadAllText(Repository.Seed(Unseen));
        return [print, print.Replace("\"title\": \"", "\"title\": \"X", StringComparison.Ordinal), print.Replace("\"id\": \"hung-yen\"", "\"id\": \"thuong-lo\"", StringComparison.Ordinal)];
    }
}
