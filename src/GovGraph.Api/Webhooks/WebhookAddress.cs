using System.Net;

namespace GovGraph.Api.Webhooks;

/// <summary>What may be called.</summary>
internal sealed class WebhookAddress(bool allowLoopback)
{
    /// <summary>Whether an address may be called, as far as it can be told from how it is written: what its name stands for is looked at each time it is called.</summary>
    public bool IsGood(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && uri.UserInfo.Length == 0
        && uri.Fragment.Length == 0
        && (uri.Scheme == Uri.UriSchemeHttps || (allowLoopback && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && (!IPAddress.TryParse(uri.DnsSafeHost, out var address) || MayCall(address))
        && (allowLoopback || !uri.IsLoopback);

    public bool MayCall(IPAddress address) => PublicAddress.IsPublic(address) || (allowLoopback && IPAddress.IsLoopback(address));
}
