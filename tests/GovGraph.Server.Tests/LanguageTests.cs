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
