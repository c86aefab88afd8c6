using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>Lists of the five plans as rows.</summary>
public abstract class ExportedRowsTests
{
    private protected abstract RunningServer Server { get; }

    [Fact]
    public async Task All_tasks_come_line_by_line_in_the_order_of_the_plans()
    {
        var lines = (await Rows("{ tasks { nodes { id plan { id } leadUnits { name } } } }", "application/x-ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(222, lines.Select(line => JsonElement.Parse(line).GetProperty("id").GetString()).Distinct().Count());
        Assert.Equal("""{"id":"hung-yen-2021-papi/1.a#1","plan":{"id":"hung-yen-2021-papi"},"leadUnits":[{"name":"Sở Nội vụ"},{"name":"Sở Thông tin và Truyền thông"},{"name":"UBND cấp huyện"},{"name":"UBND cấp xã"}]}""", lines[0]);
    }

    [Fact]
    public async Task Tasks_with_a_budget_are_a_table() => Assert.Equal(
        """
        code,budget.dong,budget.text,leadUnits.name,deadline.steps.due
        1.2#3,3960000,3.960.000,Văn phòng – Thống kê,
        1.3.1#1,600000,600.000,Đảng ủy xã; HĐND xã,2020-02-28; 2020-08-15
        1.3.1#2,500000,500.000,Văn phòng – Thống kê,2020-02-28; 2020-08-15

        """.ReplaceLineEndings("\r\n"),
        await Rows("{ tasks(first: 3, where: { budget: { gt: 0 } }) { nodes { code budget { dong text } leadUnits { name } deadline { steps { due } } } } }", "text/csv"));

    private async Task<string> Rows(string query, string accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Server.Address) { Content = JsonContent.Create(new { query }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        using var response = await Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(accept, response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}

public sealed class EmbeddedExportedRowsTests(ServerFixture fixture) : ExportedRowsTests
{
    private protected override RunningServer Server => fixture.Server;
}

public sealed class MongoExportedRowsTests(MongoFixture fixture) : ExportedRowsTests, IClassFixture<MongoFixture>
{
    private protected override RunningServer Server => fixture.Server;
}
