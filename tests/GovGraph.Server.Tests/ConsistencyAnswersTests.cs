using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>What the five plans contradict in themselves, counted by hand in the documents.</summary>
public abstract class ConsistencyAnswersTests
{
    private protected abstract RunningServer Server { get; }

    [Fact]
    public Task The_tasks_of_Thuong_Lo_2020_make_33_900_000_while_34_900_000_is_printed_and_the_difference_lies_in_area_1() => Answers(
        """
        {
          planById(id: "thuong-lo-2020-cchc") {
            budgetTotal
            budget { dong }
            consistencyIssues(where: { kind: { eq: BUDGET_DIFFERS } }) {
              code message
              nodes { __typename id }
              ... on BudgetIssue { printed { dong text } summed difference rowsBelow isCarriedUp alike { id ... on Component { label title } } }
            }
          }
        }
        """,
        """
        {"planById":{"budgetTotal":33900000,"budget":{"dong":34900000},"consistencyIssues":[
        {"code":null,"message":"The plan prints 34.900.000 đồng, its tasks make 33.900.000: 1.000.000 too much. The rows directly below make the printed amount: the difference comes from further down.","nodes":[{"__typename":"Plan","id":"thuong-lo-2020-cchc"}],"printed":{"dong":34900000,"text":"34.900.000"},"summed":33900000,"difference":1000000,"rowsBelow":34900000,"isCarriedUp":true,"alike":[]},
        {"code":"1","message":"Area 1 prints 12.900.000 đồng, its tasks make 11.900.000: 1.000.000 too much.","nodes":[{"__typename":"Area","id":"thuong-lo-2020-cchc/1"}],"printed":{"dong":12900000,"text":"12.900.000"},"summed":11900000,"difference":1000000,"rowsBelow":11900000,"isCarriedUp":false,"alike":[]},
        {"code":"5.2","message":"Component 5.2 prints 18.000.000 đồng, its tasks make 0: 18.000.000 too much. Component 5.3 beside it prints the same amount.","nodes":[{"__typename":"Component","id":"thuong-lo-2020-cchc/5.2"}],"printed":{"dong":18000000,"text":"18.000.000"},"summed":0,"difference":18000000,"rowsBelow":0,"isCarriedUp":false,"alike":[{"id":"thuong-lo-2020-cchc/5.3","label":"5.3","title":"100% CB,CC tham dự các lớp đào tạo, bồi dưỡng do cấp trên tổ chức"}]}
        ]}}
        """);

    [Fact]
    public Task What_the_tasks_make_is_told_on_every_level() => Answers(
        """
        {
          planById(id: "thuong-lo-2020-cchc") {
            areas(where: { tasks: { some: { budget: { gt: 0 } } } }) {
              code budget { dong } budgetTotal
              components(where: { tasks: { some: { budget: { gt: 0 } } } }) { code budget { dong } budgetTotal groups { code budget { dong } budgetTotal } }
            }
          }
        }
        """,
        """
        {"planById":{"areas":[
        {"code":"1","budget":{"dong":12900000},"budgetTotal":11900000,"components":[
        {"code":"1.2","budget":{"dong":3960000},"budgetTotal":3960000,"groups":[]},
        {"code":"1.3","budget":{"dong":1100000},"budgetTotal":1100000,"groups":[{"code":"1.3.1","budget":null,"budgetTotal":1100000}]},
        {"code":"1.5","budget":{"dong":6840000},"budgetTotal":6840000,"groups":[{"code":"1.5.1","budget":{"dong":1520000},"budgetTotal":1520000},{"code":"1.5.2","budget":{"dong":5320000},"budgetTotal":5320000}]}]},
        {"code":"5","budget":null,"budgetTotal":18000000,"components":[{"code":"5.3","budget":{"dong":18000000},"budgetTotal":18000000,"groups":[]}]},
        {"code":"7","budget":{"dong":4000000},"budgetTotal":4000000,"components":[{"code":"7.1","budget":null,"budgetTotal":4000000,"groups":[{"code":"7.1.4","budget":{"dong":4000000},"budgetTotal":4000000}]}]}
        ]}}
        """);

    [Fact]
    public Task Tasks_1_1_and_1_4_of_My_Hoa_Hung_2024_alone_were_due_before_their_plan_was_signed() => Answers(
        """
        {
          plans {
            nodes {
              id
              consistencyIssues(where: { kind: { eq: DEADLINE_BEFORE_PLAN } }) {
                code
                ... on DeadlineIssue { signed { date } steps { due } nodes { ... on Task { deadline { text } } } }
              }
            }
          }
        }
        """,
        """
        {"plans":{"nodes":[
        {"id":"hung-yen-2021-papi","consistencyIssues":[]},
        {"id":"my-hoa-hung-2024-kstthc","consistencyIssues":[
        {"code":"1.1","signed":{"date":"2024-02-24"},"steps":[{"due":"2024-02-05"}],"nodes":[{"deadline":{"text":"05/02/2024"}}]},
        {"code":"1.4","signed":{"date":"2024-02-24"},"steps":[{"due":"2024-01-31"}],"nodes":[{"deadline":{"text":"Tháng 01 năm 2024"}}]}]},
        {"id":"thuong-lo-2020-cchc","consistencyIssues":[]},
        {"id":"trung-trac-2022-papi","consistencyIssues":[]},
        {"id":"trung-trac-2024-papi","consistencyIssues":[]}
        ]}}
        """);

    [Fact]
    public Task Two_cells_are_swapped_and_two_codes_are_printed_twice() => Answers(
        """
        {
          plans(where: { id: { in: ["my-hoa-hung-2024-kstthc", "thuong-lo-2020-cchc"] } }) {
            nodes {
              consistencyIssues(where: { kind: { in: [SWAPPED_CELLS, DUPLICATE_CODE] } }, order: [{ code: DESC }]) {
                kind code nodes { id } ... on SwappedCellsIssue { fields }
              }
            }
          }
          taskById(id: "my-hoa-hung-2024-kstthc/1.7") { expectedResult deadline { text } damage { field stoodIn } }
        }
        """,
        """
        {"plans":{"nodes":[
        {"consistencyIssues":[{"kind":"SWAPPED_CELLS","code":"1.7","nodes":[{"id":"my-hoa-hung-2024-kstthc/1.7"}],"fields":["expectedResult","deadline"]}]},
        {"consistencyIssues":[
        {"kind":"DUPLICATE_CODE","code":"7.4.3","nodes":[{"id":"thuong-lo-2020-cchc/7.4.3"},{"id":"thuong-lo-2020-cchc/7.4.3(2)"}]},
        {"kind":"DUPLICATE_CODE","code":"5.1.2","nodes":[{"id":"thuong-lo-2020-cchc/5.1.2"},{"id":"thuong-lo-2020-cchc/5.1.2(2)"}]}]}]},
        "taskById":{"expectedResult":"Tham dự Hội nghị, Hội thảo, tọa đàm, ...","deadline":{"text":"Theo Kế hoạch của tỉnh"},"damage":[{"field":"expectedResult","stoodIn":"deadline"},{"field":"deadline","stoodIn":"expectedResult"}]}}
        """);

    [Fact]
    public Task Damage_is_told_with_its_row() => Answers(
        """
        {
          planById(id: "trung-trac-2024-papi") {
            consistencyIssues(where: { kind: { eq: DAMAGE }, not: { code: { eq: null } } }) { message ... on DamageIssue { damage { field kind } } }
          }
        }
        """,
        """
        {"planById":{"consistencyIssues":[
        {"message":"Area 8, label: The number cell of this row is blank in the source (line 659); the code 8 follows from the order.","damage":{"field":"label","kind":"LOST"}},
        {"message":"Area 9, label: The number cell of this row is blank in the source (line 701); the code 9 follows from the order.","damage":{"field":"label","kind":"LOST"}}
        ]}}
        """);

    private async Task Answers(string query, string data)
    {
        var response = await Server.Send(query);
        Assert.False(response.TryGetProperty("errors", out var errors), errors.ToString());
        Assert.Equal(data.ReplaceLineEndings(""), response.GetProperty("data").GetRawText());
    }
}

public sealed class EmbeddedConsistencyAnswersTests(ServerFixture fixture) : ConsistencyAnswersTests
{
    private protected override RunningServer Server => fixture.Server;
}

public sealed class MongoConsistencyAnswersTests(MongoFixture fixture) : ConsistencyAnswersTests, IClassFixture<MongoFixture>
{
    private protected override RunningServer Server => fixture.Server;
}
