using Xunit;

namespace GovGraph.Api.Tests.Filters;

public sealed class FilterInputsTests
{
    private const int AllTasks = 222;

    // The plan of Mỹ Hòa Hưng has no components, its rows stand directly below their areas.
    private const int WithoutComponent = 51;

    [Theory]
    [InlineData("component: { exists: true }", AllTasks - WithoutComponent)]
    [InlineData("component: { exists: false }", WithoutComponent)]
    [InlineData("not: { component: { exists: true } }", WithoutComponent)]
    [InlineData("component: { not: { exists: true } }", WithoutComponent)]
    [InlineData("component: { not: { exists: false } }", AllTasks - WithoutComponent)]
    [InlineData("component: { or: [{ exists: false }, { code: { eq: \"7.b\" } }] }", WithoutComponent + 7)]
    [InlineData("component: { not: { and: [{ exists: true }, { exists: true }] } }", WithoutComponent)]
    [InlineData("component: { exists: false, code: { eq: \"7.b\" } }", 0)]
    [InlineData("component: { exists: null }", AllTasks)]
    [InlineData("component: { not: { code: { eq: \"none\" } } }", AllTasks - WithoutComponent)]
    [InlineData("plan: { exists: false }", 0)]
    [InlineData("plan: { issuer: { exists: true } }", AllTasks)]
    [InlineData("deadline: { exists: true }", 219)]
    [InlineData("deadline: { exists: false }", 3)]
    [InlineData("deadline: { not: { exists: true } }", 3)]
    [InlineData("deadline: { exists: false, kinds: { some: { eq: DAMAGED } } }", 3)]
    [InlineData("deadline: { exists: false, kinds: { exists: false } }", 0)]
    [InlineData("evidence: { exists: true }", 0)]
    [InlineData("evidence: { exists: false }", AllTasks)]
    [InlineData("assignments: { exists: false }", 2)]
    public Task Exists_asks_whether_there_is_something(string where, int count) => Matches(where, count);

    [Theory]
    [InlineData("assignments: { count: { where: { role: { eq: LEAD } }, gt: 1 } }", 12)]
    [InlineData("assignments: { count: { where: { role: { eq: LEAD } }, in: [1] } }", 208)]
    [InlineData("assignments: { count: { eq: 0 } }", 2)]
    [InlineData("assignments: { count: { gte: 1, nin: [1] } }", 196)]
    [InlineData("assignments: { count: {} }", AllTasks)]
    [InlineData("deadline: { kinds: { count: { gt: 1 } } }", 10)]
    [InlineData("deadline: { kinds: { count: { where: { in: [CONTINUOUS, RECURRING] }, eq: 2 } } }", 6)]
    [InlineData("plan: { tasks: { count: { where: { deadline: { exists: false } }, gt: 1 } } }", 25)]
    public Task Count_asks_how_many_items_match(string where, int count) => Matches(where, count);

    // Tasks of the plans whose summary matches: 25 of Hưng Yên, 51 of Mỹ Hòa Hưng, 72 of Thượng Lộ, 12 and 62 of Trưng Trắc.
    [Theory]
    [InlineData("openOverdue: { eq: 10 }, asOf: \"2024-04-01\"", 51)]
    [InlineData("openOverdue: { eq: 4 }, asOf: \"2024-03-15\"", 51)]
    [InlineData("asOf: \"2024-04-01\", or: [{ openOverdue: { eq: 10 } }, { asOf: \"2020-01-11\", openOverdue: { eq: 1 } }]", 51 + 72)]
    [InlineData("asOf: \"2024-04-01\", not: { openOverdue: { gt: 0 } }", 62)]
    [InlineData("asOf: \"2024-04-01\", and: [{ total: { gt: 20 } }, { nextDeadline: { eq: null } }]", 25 + 72)]
    [InlineData("asOf: \"2024-04-01\", nextDeadline: { lt: \"2024-05-01\" }", 51)]
    [InlineData("progress: { eq: 0 }, notStarted: { nin: [12, 25] }", 51 + 72 + 62)]
    public Task Summaries_are_of_the_day_named_nearest(string where, int count) => Matches($"plan: {{ summary: {{ {where} }} }}", count);

    [Theory]
    [InlineData("gte: \"2024-04-01\", lt: \"2024-07-01\"", "2.3 3.II.5 5.II.3")]
    [InlineData("gt: \"2024-03-31\", lte: \"2024-06-30\"", "2.3 3.II.5 5.II.3")]
    [InlineData("period: THIS_QUARTER, asOf: \"2024-05-15\"", "2.3 3.II.5 5.II.3")]
    [InlineData("period: NEXT_QUARTER, asOf: \"2024-01-01\"", "2.3 3.II.5 5.II.3")]
    [InlineData("period: LAST_QUARTER, asOf: \"2024-09-30\"", "2.3 3.II.5 5.II.3")]
    [InlineData("within: \"P30D\", asOf: \"2024-04-01\"", "2.3 3.II.5 5.II.3")]
    [InlineData("within: \"-P1M\", asOf: \"2024-05-30\"", "2.3 3.II.5 5.II.3")]
    [InlineData("within: \"P28D\", asOf: \"2024-04-01\"", "")]
    [InlineData("period: THIS_YEAR, asOf: \"2024-01-01\", gt: \"2024-05-01\", lt: \"2024-12-31\"", "2.2")]
    [InlineData("not: { lt: \"2024-05-01\" }, dueDate: { neq: null }", "2.2 3.II.3")]
    [InlineData("dueDate: { period: THIS_MONTH, asOf: \"2024-09-30\" }", "2.2")]
    [InlineData("dueDate: { within: \"P1W\", asOf: \"2024-09-01\", neq: \"2024-09-04\" }", "2.2")]
    [InlineData("steps: { some: { lastOnTimeDay: { eq: \"2024-09-04\" } } }", "2.2")]
    [InlineData("steps: { count: { gt: 1 } }", "")]
    public async Task Deadlines_are_asked_for_as_users_say_them(string where, string codes)
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        var answer = await test.Send($$"""{ planById(id: "my-hoa-hung-2024-kstthc") { tasks(where: { deadline: { {{where}} } }) { code } } }""");
        var listed = string.Join(',', codes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => $$"""{"code":"{{code}}"}"""));
        Assert.Equal("""{"data":{"planById":{"tasks":[""" + listed + "]}}}", answer);
    }

    [Fact]
    public async Task One_step_must_lie_within_all_bounds()
    {
        // Steps on 28/02 and 15/8: each bound holds for one of them, both for none.
        await using var test = await ExecutionTest.WithTheFivePlans();
        const string Id = "thuong-lo-2020-cchc/1.3.1#1";

        Assert.Equal(
            """{"data":{"both":{"totalCount":0},"each":{"totalCount":1}}}""",
            await test.Send(
                $$"""
                {
                  both: tasks(where: { id: { eq: "{{Id}}" }, deadline: { gt: "2020-03-01", lt: "2020-08-01" } }) { totalCount }
                  each: tasks(where: { id: { eq: "{{Id}}" }, and: [{ deadline: { gt: "2020-03-01" } }, { deadline: { lt: "2020-08-01" } }] }) { totalCount }
                }
                """));
    }

    [Theory]
    [InlineData("PT1H")]
    [InlineData("30 days")]
    [InlineData("P101Y")]
    public async Task A_span_that_is_none_is_told(string span)
    {
        await using var test = await ExecutionTest.WithTheFivePlans();

        Assert.Contains(
            """Duration must be a span of years, months, weeks and days such as \"P30D\", \"P1Y6M\" or \"-P2W\", without a time of day and of at most 100 years (ISO 8601).""",
            await test.Send($$"""{ tasks(where: { deadline: { within: "{{span}}" } }) { totalCount } }"""),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title: { eq: $text }")]
    [InlineData("title: { contains: $text, startsWith: $text }")]
    [InlineData("title: { in: $texts }")]
    [InlineData("title: { nin: $texts }")]
    [InlineData("not: { title: { contains: $text } }")]
    [InlineData("not: { and: [{ title: { eq: $text } }, { note: { nin: $texts } }] }")]
    [InlineData("or: [{ title: { eq: $text } }, { note: { in: $texts } }]")]
    [InlineData("or: [{ not: { title: { eq: $text } } }]")]
    [InlineData("or: $tasks, and: $tasks")]
    [InlineData("or: [], and: []")]
    [InlineData("title: { or: [{ eq: $text }, { contains: $text }] }")]
    [InlineData("title: { or: $operations, and: $operations }")]
    [InlineData("component: { title: { eq: $text } }")]
    [InlineData("component: { exists: $flag, or: [{ exists: $flag }] }")]
    [InlineData("not: { component: { not: { title: { eq: $text } } } }")]
    [InlineData("evidence: { some: { title: { eq: $text } }, any: $flag, exists: $flag }")]
    [InlineData("assignments: { none: { role: { eq: $role } } }")]
    [InlineData("assignments: { none: { unit: { name: { eq: $text } } }, all: { role: { in: $roles } } }")]
    [InlineData("deadline: { kinds: { none: { eq: $kind } } }")]
    [InlineData("deadlineState: { asOf: $day, neq: $state, in: $states }")]
    [InlineData("involves: $involves")]
    [InlineData("evidence: { count: { eq: $number, in: $numbers } }")]
    [InlineData("evidence: { count: $count }")]
    [InlineData("deadline: { within: $span, period: $period, gte: $day, lt: $day, asOf: $day, not: { gt: $day } }")]
    [InlineData("completedOn: { within: $span, period: $period, asOf: $day }")]
    [InlineData("plan: { summary: { asOf: $day, openOverdue: { gt: $number }, or: [{ total: { eq: $number } }] } }")]
    public Task A_condition_whose_variable_is_absent_is_dropped_wherever_it_stands(string where) => Matches(where, AllTasks, Declared(where));

    [Theory]
    [InlineData("or: [{ title: { eq: $text } }, { code: { eq: \"7.b#5\" } }]", 1)]
    [InlineData("not: { or: [{ title: { eq: $text } }, { code: { eq: \"7.b#5\" } }] }", AllTasks - 1)]
    [InlineData("assignments: { count: { where: { role: { eq: $role } }, eq: 0 } }", 2)]
    [InlineData("assignments: { some: { role: { eq: $role }, unit: { name: { eq: \"Trường Tiểu học\" } } } }", 1)]
    public Task The_conditions_beside_it_stay(string where, int count) => Matches(where, count, Declared(where));

    private static async Task Matches(string where, int count, string declared = "")
    {
        await using var test = await ExecutionTest.WithTheFivePlans();
        Assert.Equal(
            $$$$"""{"data":{"tasks":{"totalCount":{{{{count}}}}}}}""",
            await test.Send($$"""query{{declared}} { tasks(where: { {{where}} }) { totalCount } }"""));
    }

    // Variables are declared only where they are used.
    private static string Declared(string where)
    {
        (string Name, string Type)[] known =
        [
            ("text", "String"), ("texts", "[String]"), ("tasks", "[TaskFilterInput!]"), ("operations", "[StringOperationFilterInput!]"), ("flag", "Boolean"),
            ("role", "UnitRole"), ("roles", "[UnitRole!]"), ("kind", "DeadlineKind"), ("day", "LocalDate"), ("state", "DeadlineState"),
            ("states", "[DeadlineState!]"), ("involves", "UnitInvolvementFilterInput"), ("number", "Int"), ("span", "Duration"), ("period", "RelativePeriod"), ("numbers", "[Int]"), ("count", "CountFilterInputTypeOfEvidenceFilterInput"),
        ];
        var used = known.Where(each => where.Split(' ', ',').Contains($"${each.Name}")).Select(each => $"${each.Name}: {each.Type}").ToArray();
        return used is [] ? "" : $"({string.Join(", ", used)})";
    }
}
