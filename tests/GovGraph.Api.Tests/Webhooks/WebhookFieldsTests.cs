using GovGraph.Api.Access;
using GovGraph.Api.Webhooks;
using GovGraph.Storage.Access;
using GovGraph.Storage.Webhooks;
using Xunit;

namespace GovGraph.Api.Tests.Webhooks;

public sealed class WebhookFieldsTests
{
    [Theory]
    [InlineData("mot-cua", Scope.Read, null, true)]
    [InlineData("other", Scope.Read, null, false)]
    [InlineData("other", Scope.PlanWrite, null, false)]
    [InlineData("admin", Scope.Admin, null, true)]
    [InlineData("admin", Scope.Admin, "thuong-lo", true)]
    [InlineData("admin", Scope.Admin, "hung-yen", false)]
    public void A_webhook_is_its_owners_and_the_administrators_who_sees_what_it_is_told(string name, Scope scope, string? body, bool isSeen)
    {
        var webhook = new Webhook { Id = "wh1", Url = "https://example.vn/", Secret = WebhookTest.Secret, CreatedAt = default, Owner = "mot-cua", Bodies = ["thuong-lo"] };

        Assert.Equal(isSeen, webhook.IsOf(new Caller { Name = name, Scopes = [scope], Bodies = body is null ? null : [body] }));
    }

    [Fact]
    public void A_webhook_that_is_told_everything_is_not_for_who_sees_a_part() => Assert.False(
        new Webhook { Id = "wh1", Url = "https://example.vn/", Secret = WebhookTest.Secret, CreatedAt = default }.IsOf(new Caller { Name = "admin", Scopes = [Scope.Admin], Bodies = ["thuong-lo"] }));

    [Fact]
    public void Without_keys_they_are_everybodys() => Assert.True(
        new Webhook { Id = "wh1", Url = "https://example.vn/", Secret = WebhookTest.Secret, CreatedAt = default }.IsOf(Caller.Anyone));
}
