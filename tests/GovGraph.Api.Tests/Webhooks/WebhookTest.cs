using GovGraph.Api.Subscriptions;
using GovGraph.Api.Tests.Subscriptions;
using GovGraph.Api.Webhooks;
using GovGraph.GraphQL.Bindings;
using GovGraph.Storage.Webhooks;
using Xunit;

namespace GovGraph.Api.Tests.Webhooks;

/// <summary>A store with a plan, a partner that is called, and a clock that a test moves.</summary>
internal sealed class WebhookTest : IAsyncDisposable
{
    public const string Secret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    private static readonly BoundSchema s_schema = ApiSchema.Bind();

    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _dispatching = [];

    private WebhookTest(FollowedStore plans)
    {
        Plans = plans;
        Tail = new ChangeTail(plans, Time, 1000, fault => throw fault);
        Post = new WebhookPost(Store, Tail, s_schema, new WebhookOptions { AllowLoopback = true }, () => 0.5);
    }

    public FollowedStore Plans { get; }

    public ManualTime Time { get; } = new();

    public MemoryWebhooks Store { get; } = new();

    public Receiver Receiver { get; } = new();

    public ChangeTail Tail { get; }

    public WebhookPost Post { get; }

    public static async Task<WebhookTest> Open() => new(await FollowedStore.Open());

    /// <summary>A webhook that is told what happens from now on.</summary>
    public async Task<Webhook> Make(string? where = null, string? owner = null)
    {
        var now = await Tail.NowAsync(TestContext.Current.CancellationToken);
        var webhook = new Webhook
        {
            Id = "wh1", Url = Receiver.Url, Secret = Secret, CreatedAt = Time.GetUtcNow(), Where = where, Owner = owner, Sequence = now.Sequence, Part = now.Part,
        };
        await Store.Insert(webhook, TestContext.Current.CancellationToken);
        return webhook;
    }

    /// <summary>Begins to deliver, as a process of its own.</summary>
    public void Dispatch(Func<string, bool>? hasOwner = null) => _dispatching.Add(
        new WebhookDispatcher(Post, (webhook, _) => new(hasOwner?.Invoke(webhook.Owner!) ?? true), fault => throw fault).RunAsync(_stop.Token));

    /// <summary>Stops all processes in order.</summary>
    public async Task Stop()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_dispatching);
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        await Receiver.DisposeAsync();
        Post.Dispose();
        Tail.Dispose();
        await Plans.DisposeAsync();
        _stop.Dispose();
    }
}
