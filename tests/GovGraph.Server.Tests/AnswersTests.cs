using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>Questions about the five plans whose answers were counted by hand in the documents.</summary>
public abstract class AnswersTests
{
    private const string TrungTrac2024 = """plan: { id: { eq: "trung-trac-2024-papi" } }""";
    private const string MyHoaHung2024 = """plan: { id: { eq: "my-hoa-hung-2024-kstthc" } }""";

    private protected abstract RunningServer Server { get; }

    [Theory]
    [InlineData("UBND xã", 23)]
    [InlineData("UBND cấp xã", 23)]
    [InlineData("trung-trac/ubnd-xa", 23)]
    [InlineData("Công chức VP-TK", 11)]
    [InlineData("công chức văn phòng – thống kê", 11)]
    [InlineData("Công chức Vp- TK xã", 11)]
    public async Task Every_spelling_of_a_unit_finds_what_it_leads_in_Trung_Trac_2024(string unit, int expected) =>
        Assert.Equal(expected, await Count($$"""{ {{TrungTrac2024}}, involves: { unit: "{{unit}}", role: [LEAD] } }"""));

    [Fact]
    public async Task The_villages_are_involved_in_19_tasks_once_as_lead()
    {
        Assert.Equal(19, await Count($$"""{ {{TrungTrac2024}}, involves: { unit: "Các thôn" } }"""));
        Assert.Equal(1, await Count($$"""{ {{TrungTrac2024}}, involves: { unit: "Các thôn", role: [LEAD] } }"""));
    }

    [Fact]
    public async Task The_office_of_council_and_committee_is_not_the_committee()
    {
        Assert.Equal(9, await Count($$"""{ {{MyHoaHung2024}}, involves: { unit: "Văn phòng HĐND và UBND xã", role: [LEAD] } }"""));
        Assert.Equal(0, await Count($$"""
            { {{MyHoaHung2024}}, and: [{ involves: { unit: "UBND xã", role: [LEAD] } }, { involves: { unit: "Văn phòng HĐND và UBND xã", role: [LEAD] } }] }
            """));
    }

    [Theory]
    [InlineData("2024-03-15", 4)]
    [InlineData("2024-04-01", 10)]
    public async Task Tasks_of_My_Hoa_Hung_2024_are_overdue_when_nothing_is_done(string asOf, int expected) =>
        Assert.Equal(expected, await Count($$"""{ {{MyHoaHung2024}}, deadlineState: { asOf: "{{asOf}}", eq: OPEN_OVERDUE } }"""));

    [Fact]
    public async Task There_are_222_tasks_and_41_areas()
    {
        Assert.Equal(222, await Count("{}"));
        var plans = (await Server.Send("{ plans { nodes { areas { id } } } }")).GetProperty("data").GetProperty("plans").GetProperty("nodes");
        Assert.Equal(41, plans.EnumerateArray().Sum(plan => plan.GetProperty("areas").GetArrayLength()));
    }

    [Theory]
    [InlineData("trung-trac-2024-papi", 62)]
    [InlineData("thuong-lo-2020-cchc", 72)]
    [InlineData("trung-trac-2022-papi", 12)]
    [InlineData("my-hoa-hung-2024-kstthc", 51)]
    [InlineData("hung-yen-2021-papi", 25)]
    public async Task Each_plan_has_all_its_tasks(string plan, int expected) =>
        Assert.Equal(expected, await Count($$"""{ plan: { id: { eq: "{{plan}}" } } }"""));

    [Theory]
    [InlineData("""{ plan: { year: { eq: 2024 }, program: { eq: PAPI } } }""", 62)]
    [InlineData("""{ plan: { level: { eq: PROVINCE } } }""", 25)]
    [InlineData("""{ plan: { issuer: { name: { contains: "trung trac" } } } }""", 74)]
    [InlineData("""{ plan: { id: { eq: "thuong-lo-2020-cchc" } }, area: { code: { eq: "3" } } }""", 17)]
    [InlineData("""{ plan: { id: { eq: "thuong-lo-2020-cchc" } }, area: { title: { contains: "tài chính công" } } }""", 4)]
    [InlineData("""{ plan: { id: { eq: "thuong-lo-2020-cchc" } }, component: { code: { eq: "3.4" } } }""", 8)]
    [InlineData("""{ plan: { id: { eq: "thuong-lo-2020-cchc" } }, code: { eq: "5.1.2" } }""", 2)]
    [InlineData("""{ plan: { id: { eq: "thuong-lo-2020-cchc" } }, assignments: { none: { role: { eq: COORDINATING } } } }""", 8)]
    [InlineData("""{ plan: { id: { eq: "thuong-lo-2020-cchc" } }, budget: { gt: 0 } }""", 9)]
    [InlineData("""{ plan: { id: { eq: "trung-trac-2024-papi" } }, deadline: { kinds: { some: { eq: CONTINUOUS } } } }""", 35)]
    [InlineData("""{ plan: { id: { eq: "my-hoa-hung-2024-kstthc" } }, deadline: { dueDate: { gte: "2024-04-01", lte: "2024-06-30" } } }""", 3)]
    [InlineData("""{ deadline: { kinds: { some: { eq: DAMAGED } } } }""", 3)]
    [InlineData("""{ deadline: { kinds: { some: { eq: UNKNOWN } } } }""", 0)]
    [InlineData("""{ status: { neq: NOT_STARTED } }""", 0)]
    public async Task Tasks_are_found_by_plan_area_component_code_unit_deadline_and_status(string where, int expected) =>
        Assert.Equal(expected, await Count(where));

    [Fact]
    public async Task The_lead_units_of_Thuong_Lo_2020_carry_77_assignments()
    {
        var plan = (await Server.Send("""{ planById(id: "thuong-lo-2020-cchc") { tasks { leadUnits { name } } } }"""))
            .GetProperty("data").GetProperty("planById");
        var leads = plan.GetProperty("tasks").EnumerateArray()
            .SelectMany(task => task.GetProperty("leadUnits").EnumerateArray())
            .Select(unit => unit.GetProperty("name").GetString()!)
            .CountBy(name => name).ToDictionary();

        Assert.Equal(77, leads.Values.Sum());
        Assert.Equal(25, leads["Văn phòng – Thống kê"]);
        Assert.Equal(19, leads["Bộ phận TN&TKQ"]);
        Assert.Equal(15, leads["Tư pháp – Hộ tịch"]);
    }

    private async Task<int> Count(string where)
    {
        var response = await Server.Send($$"""{ tasks(where: {{where}}) { totalCount } }""");
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        return response.GetProperty("data").GetProperty("tasks").GetProperty("totalCount").GetInt32();
    }
}

public sealed class EmbeddedAnswersTests(ServerFixture fixture) : AnswersTests
{
    private protected override RunningServer Server => fixture.Server;
}

public sealed class MongoAnswersTests(MongoFixture fixture) : AnswersTests, IClassFixture<MongoFixture>
{
    private protected override RunningServer Server => fixture.Server;
}
