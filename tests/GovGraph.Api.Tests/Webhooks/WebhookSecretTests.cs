using System.Text;
using GovGraph.Api.Webhooks;
using GovGraph.Storage.Webhooks;
using Xunit;

namespace GovGraph.Api.Tests.Webhooks;

public sealed class WebhookSecretTests
{
    // The example of the Standard Webhooks libraries.
    [Fact]
    public void A_signature_is_that_of_the_standard() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSecret.Sign("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, Encoding.UTF8.GetBytes("""{"test": 2432232314}""")));

    [Fact]
    public void A_secret_that_is_made_is_good_and_another_each_time()
    {
        Assert.Equal(32, WebhookSecret.KeyOf(WebhookSecret.New())!.Length);
        Assert.NotEqual(WebhookSecret.New(), WebhookSecret.New());
    }

    [Theory]
    [InlineData("")]
    [InlineData("whsec_")]
    [InlineData("whsec_c2hvcnQ=")]
    [InlineData("whsec_no base64 at all!")]
    [InlineData("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=")]
    public void What_is_too_short_or_no_base64_is_no_secret(string secret) => Assert.Null(WebhookSecret.KeyOf(secret));

    [Fact]
    public void What_is_too_long_is_no_secret() => Assert.Null(WebhookSecret.KeyOf("whsec_" + Convert.ToBase64String(new byte[65])));

    [Fact]
    public void A_webhook_prints_without_its_secret() => Assert.Equal(
        "Webhook { wh1 }", new Webhook { Id = "wh1", Url = "https://example.vn/?token=1", Secret = WebhookTest.Secret, CreatedAt = default }.ToString());
}
