using GovGraph.Api.Webhooks;
using GovGraph.Storage.Webhooks;
using Xunit;

namespace GovGraph.Api.Tests.Webhooks;

public sealed class WebhookSenderTests
{
    // localhost is a name that stands for an address of this machine, as any name of a hostile owner may.
    [Theory]
    [InlineData("http://localhost:9/hook")]
    [InlineData("http://127.0.0.1:9/hook")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://[::1]:9/hook")]
    public async Task What_a_name_stands_for_is_checked_when_the_connection_is_made(string url)
    {
        using var sender = new WebhookSender(new WebhookOptions(), TimeProvider.System);

        Assert.Equal((null, "The name of the address stands for one that is not public."), await sender.SendAsync(To(url), "id", [1], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Redirects_are_not_followed()
    {
        await using var receiver = new Receiver();
        using var sender = new WebhookSender(new WebhookOptions { AllowLoopback = true }, TimeProvider.System);
        receiver.Answer(307);

        Assert.Equal((307, "The address answered 307."), await sender.SendAsync(To(receiver.Url), "id", [1], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_address_that_does_not_answer_is_given_up()
    {
        await using var receiver = new Receiver();
        var time = new ManualTime();
        using var sender = new WebhookSender(new WebhookOptions { AllowLoopback = true }, time);

        var sending = sender.SendAsync(To(receiver.Url), "id", [1], TestContext.Current.CancellationToken);
        await receiver.Next();
        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal((null, "The address did not answer within 10 seconds."), await sending);
    }

    [Fact]
    public async Task An_address_where_nobody_listens_can_not_be_reached()
    {
        var receiver = new Receiver();
        await receiver.DisposeAsync();
        using var sender = new WebhookSender(new WebhookOptions { AllowLoopback = true }, TimeProvider.System);

        Assert.Equal((null, "The address could not be reached."), await sender.SendAsync(To(receiver.Url), "id", [1], TestContext.Current.CancellationToken));
    }

    private static Webhook To(string url) => new() { Id = "wh1", Url = url, Secret = WebhookTest.Secret, CreatedAt = DateTimeOffset.UnixEpoch };
}
