using System.Text.Json;
using GovGraph.Api.Webhooks;
using Xunit;

namespace GovGraph.Api.Tests.Webhooks;

public sealed class WebhookWhereTests
{
    [Theory]
    [InlineData("""{"status":{"eq":"IN_PROGRESS"}}""")]
    [InlineData("""{"status":{"in":["NOT_STARTED","COMPLETED"]},"plan":{"program":{"eq":"KSTTHC"},"year":{"gte":2024}}}""")]
    [InlineData("""{"or":[{"text":{"contains":"một cửa"}},{"not":{"evidence":{"any":true}}}]}""")]
    [InlineData("""{"deadline":{"gte":"2024-04-01","lt":"2024-07-01"}}""")]
    [InlineData("""{"deadline":{"period":"NEXT_MONTH"},"involves":{"unit":"UBND xã","role":["LEAD"],"includeUnder":false}}""")]
    [InlineData("""{"deadlineState":{"asOf":"2024-04-01","eq":"OPEN_OVERDUE"}}""")]
    [InlineData("""{"completedOn":{"eq":null}}""")]
    [InlineData("""{"evidence":{"count":{"gte":2}}}""")]
    public void A_filter_is_kept_as_it_was_given(string json)
    {
        var written = WebhookWhere.Write(WebhookWhere.Read(ApiSchema.Bind(), json));

        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(json), JsonElement.Parse(written)), written);
    }

    [Fact]
    public void A_span_is_kept_in_months_and_days() => Assert.Equal(
        """{"deadline":{"within":"-P13M14D"}}""", WebhookWhere.Write(WebhookWhere.Read(ApiSchema.Bind(), """{"deadline":{"within":"-P1Y1M2W"}}""")));

    [Fact]
    public void A_filter_that_means_nothing_any_more_says_so() => Assert.Contains(
        "TaskFilterInput", Assert.Throws<ArgumentException>(() => WebhookWhere.Read(ApiSchema.Bind(), """{"no":{"eq":1}}""")).Message, StringComparison.Ordinal);
}
