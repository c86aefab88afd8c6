using Xunit;

namespace GovGraph.Api.Tests.Filters;

public sealed class NestedListTests
{
    [Fact]
    public async Task A_filter_an_order_and_a_number_work_on_every_list_inside_a_plan()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        Assert.Equal(
            """{"data":{"planById":{"areas":[{"code":"7","components":[{"code":"7.4","tasks":[{"code":"7.4.3"},{"code":"7.4.3"}]},{"code":"7.1","tasks":[{"code":"7.1.4#3"},{"code":"7.1.4#2"}]}]},{"code":"6","components":[{"code":"6.2","tasks":[{"code":"6.2#1"}]},{"code":"6.1","tasks":[{"code":"6.1.3"},{"code":"6.1.2"}]}]}]}}}""",
            await test.Send(
                """
                {
                  planById(id: "thuong-lo-2020-cchc") {
                    areas(where: { code: { in: ["6", "7"] } }, order: [{ code: DESC }]) {
                      code
                      components(where: { code: { nin: ["7.2", "7.3"] } }, order: [{ code: DESC }]) {
                        code
                        tasks(order: [{ code: DESC }], first: 2) { code }
                      }
                    }
                  }
                }
                """));
    }

    [Fact]
    public async Task Variables_that_are_not_given_narrow_no_list_whatever_is_in_it()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        Assert.Equal(
            """{"data":{"taskById":{"assignments":[{"__typename":"Assignment"},{"__typename":"Assignment"}],"coordinatingUnits":[{"__typename":"Unit"}],"deadline":{"steps":[]}}}}""",
            await test.Send(
                """
                query ($first: Int) {
                  taskById(id: "my-hoa-hung-2024-kstthc/6.3") { assignments(first: $first) { __typename } coordinatingUnits(first: $first) { __typename } deadline { steps(first: $first) { __typename } } }
                }
                """));
    }

    [Fact]
    public async Task The_lists_of_a_task_are_filtered_and_ordered_too()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        Assert.Equal(
            """{"data":{"planById":{"tasks":[{"code":"1.5.2#4","deadline":{"steps":[{"due":"2020-11-15"},{"due":"2020-10-20"}]},"evidence":[],"assignments":[{"unit":{"name":"Tư pháp – Hộ tịch"}}],"coordinatingUnits":[],"group":{"code":"1.5.2"}}]}}}""",
            await test.Send(
                """
                {
                  planById(id: "thuong-lo-2020-cchc") {
                    tasks(where: { group: { code: { eq: "1.5.2" } }, deadline: { steps: { count: { gt: 2 } } } }, order: [{ group: { code: ASC } }], first: 3) {
                      code
                      deadline { steps(where: { due: { gt: "2020-09-01" } }, order: [{ due: DESC }]) { due } }
                      evidence(where: { kind: { eq: LINK } }, order: [{ addedAt: DESC }], first: 1) { id }
                      assignments(role: LEAD, where: { unit: { name: { contains: "ho tich" } } }, order: [{ unit: { name: ASC } }], first: 1) { unit { name } }
                      coordinatingUnits(where: { name: { eq: "none" } }) { name }
                      group { code }
                    }
                  }
                }
                """));
    }

    [Theory]
    [InlineData("plans(where: { damage: { exists: true } })", "plans")]
    [InlineData("plans(where: { place: { eq: null }, budget: { eq: 34900000 } }, order: [{ budget: DESC }, { place: ASC }])", "plans")]
    [InlineData("tasks(where: { damage: { some: { kind: { eq: LOST }, field: { eq: \"deadline\" } } } }, first: 1)", "tasks")]
    [InlineData("tasks(where: { area: { budget: { eq: 12900000 }, plan: { year: { eq: 2020 } } }, group: { exists: true } }, first: 1)", "tasks")]
    public async Task More_fields_are_asked_for(string field, string name)
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        Assert.StartsWith($$$"""{"data":{"{{{name}}}":{"nodes":[{"id":""", await test.Send($$"""{ {{field}} { nodes { id } } }"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_absent_variable_drops_its_condition()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        const string query = """
            query($code: String, $unit: String!) {
              planById(id: "trung-trac-2024-papi") {
                areas(where: { code: { eq: $code } }) { code tasks(where: { involves: { unit: $unit, role: [LEAD] }, and: [{ area: { code: { eq: $code } } }] }) { code } }
              }
            }
            """;

        Assert.Equal(
            """{"data":{"planById":{"areas":[{"code":"7","tasks":[{"code":"7.b#5"}]}]}}}""",
            await test.Send(query, """{ "code": "7", "unit": "Trường Tiểu học" }"""));
        Assert.Contains("""{"code":"9","tasks":[]}""", await test.Send(query, """{ "unit": "Trường Tiểu học" }"""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_negative_number_is_refused()
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        Assert.Contains(
            """"message":"`first` must not be negative, but it is -1."""",
            await test.Send("""{ planById(id: "thuong-lo-2020-cchc") { areas(first: -1) { code } } }"""),
            StringComparison.Ordinal);
    }
}
