using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using GovGraph.Plans.Tasks;
using Xunit;

namespace GovGraph.Server.Tests;

/// <summary>The messages of refused changes, in the language that a request asks for.</summary>
public sealed class LanguageTests(ServerFixture fixture)
{
    private const string Faulty =
        """
        mutation {
          addEvidence(input: { taskId: "", reason: "x", expectedVersion: 0, evidence: { link: { url: "example.vn" } } }) {
            errors { ... on ValidationError { path coordinate code message } }
          }
        }
        """;

    private const string WrongPlan =
        """{ "schemaVersion": 2, "id": "x-2024-papi", "title": "K", "year": 2024, "program": "CCHC", "level": "COMMUNE", "issuer": { "id": "x", "name": "X", "place": "X" }, "areas": [] }""";

    [Theory]
    [InlineData("vi")]
    [InlineData("vi-VN")]
    [InlineData("fr, vi;q=0.8, en;q=0.5")]
    public async Task All_faults_of_an_input_are_told_in_Vietnamese(string languages) => Assert.Equal(
        """
        {"data":{"addEvidence":{"errors":[{"path":["expectedVersion"],"coordinate":"AddEvidenceInput.expectedVersion","code":"VALIDATION_FAILED","message":"Phiên bản bắt đầu từ 1."},{"path":["taskId"],"coordinate":"AddEvidenceInput.taskId","code":"VALIDATION_FAILED","message":"Hãy nêu nhiệm vụ bằng mã (id) của nhiệm vụ."},{"path":["evidence","link","url"],"coordinate":"LinkEvidenceInput.url","code":"VALIDATION_FAILED","message":"Địa chỉ phải đầy đủ và bắt đầu bằng http:// hoặc https://."}]}}}
        """,
        await Send(Faulty, languages));

    [Theory]
    [InlineData(null)]
    [InlineData("en-GB")]
    [InlineData("fr")]
    [InlineData("en, vi;q=0.9")]
    public async Task Everybody_else_is_told_in_English(string? languages) => Assert.Equal(
        """
        {"data":{"addEvidence":{"errors":[{"path":["expectedVersion"],"coordinate":"AddEvidenceInput.expectedVersion","code":"VALIDATION_FAILED","message":"Versions start at 1."},{"path":["taskId"],"coordinate":"AddEvidenceInput.taskId","code":"VALIDATION_FAILED","message":"Name the task by its id."},{"path":["evidence","link","url"],"coordinate":"LinkEvidenceInput.url","code":"VALIDATION_FAILED","message":"An address is absolute and starts with http:// or https://."}]}}}
        """,
        await Send(Faulty, languages));

    [Fact]
    public async Task A_refusal_is_told_in_Vietnamese() => Assert.Equal(
        """
        {"data":{"updateTaskStatus":{"errors":[{"message":"Nhiệm vụ my-hoa-hung-2024-kstthc/1.2 chưa có sản phẩm kiểm chứng: hãy bổ sung văn bản, đường dẫn hoặc tệp rồi mới báo hoàn thành."}]}}}
        """,
        await Send(
            """mutation { updateTaskStatus(input: { taskId: "my-hoa-hung-2024-kstthc/1.2", status: COMPLETED }) { errors { ... on Error { message } } } }""",
            "vi"));

    [Theory]
    [InlineData("[]", "$ phải là một đối tượng, không phải một danh sách")]
    [InlineData(WrongPlan, "$.schemaVersion phải là 1, phiên bản định dạng được đọc ở đây", "$.id phải là \"x-2024-cchc\": cơ quan ban hành, năm và chương trình")]
    [InlineData("{}", "$.schemaVersion còn thiếu", "$.id còn thiếu", "$.title còn thiếu", "$.year còn thiếu", "$.program còn thiếu", "$.level còn thiếu", "$.issuer còn thiếu")]
    public async Task What_is_wrong_with_a_plan_is_told_in_Vietnamese(string plan, params string[] faults)
    {
        using var answer = JsonDocument.Parse(await Send(
            $$"""mutation { importPlan(input: { plan: {{JsonSerializer.Serialize(plan)}}, validateOnly: true }) { errors { ... on PlanFaultError { path message } } } }""", "vi"));

        Assert.Equal(
            faults,
            answer.RootElement.GetProperty("data").GetProperty("importPlan").GetProperty("errors").EnumerateArray().Select(error => $"{error.GetProperty("path").GetString()} {error.GetProperty("message").GetString()}"));
    }

    [Fact]
    public void The_language_is_that_of_the_reader_and_not_of_whoever_refused()
    {
        var refusal = new TaskNotFound("x/1");

        Assert.Equal("There is no task x/1.", refusal.Message);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("vi-VN");
        Assert.Equal("Không có nhiệm vụ x/1.", refusal.Message);
    }

    private async Task<string> Send(string query, string? languages)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query }), Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json")),
        };
        if (languages is not null) request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        using var response = await fixture.Server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
