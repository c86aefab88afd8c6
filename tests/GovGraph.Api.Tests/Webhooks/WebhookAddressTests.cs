using GovGraph.Api.Webhooks;
using Xunit;

namespace GovGraph.Api.Tests.Webhooks;

public sealed class WebhookAddressTests
{
    [Theory]
    [InlineData("https://example.vn/webhooks", true)]
    [InlineData("https://example.vn:8443/webhooks?a=1", true)]
    [InlineData("http://example.vn/webhooks", false)]
    [InlineData("ftp://example.vn/webhooks", false)]
    [InlineData("/webhooks", false)]
    [InlineData("https://user:password@example.vn/", false)]
    [InlineData("https://example.vn/#part", false)]
    [InlineData("https://localhost/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("https://2130706433/", false)]
    [InlineData("https://0x7f.1/", false)]
    [InlineData("https://[::1]/", false)]
    [InlineData("https://[::ffff:10.0.0.1]/", false)]
    [InlineData("https://169.254.169.254/latest/meta-data", false)]
    [InlineData("https://10.0.0.1/", false)]
    public void Only_what_is_public_and_safe_is_called(string url, bool isGood) => Assert.Equal(isGood, new WebhookAddress(allowLoopback: false).IsGood(url));

    [Theory]
    [InlineData("http://127.0.0.1:8080/hook", true)]
    [InlineData("http://localhost/hook", true)]
    [InlineData("http://example.vn/hook", false)]
    [InlineData("https://10.0.0.1/", false)]
    public void This_machine_is_called_where_a_setting_allows_it(string url, bool isGood) => Assert.Equal(isGood, new WebhookAddress(allowLoopback: true).IsGood(url));
}
