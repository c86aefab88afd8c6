using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using GovGraph.Storage.Webhooks;

namespace GovGraph.Api.Webhooks;

/// <summary>Calls addresses that partners have named, and no others: a name is looked up here, and what it stands for is checked before the connection is made.</summary>
internal sealed class WebhookSender : IDisposable
{
    private readonly WebhookAddress _address;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _time;
    private readonly HttpClient _client;

    public WebhookSender(WebhookOptions options, TimeProvider time)
    {
        (_address, _timeout, _time) = (new(options.AllowLoopback), options.Timeout, time);
        _client = new HttpClient(new SocketsHttpHandler
        {
            // Elsewhere is not where the owner wanted it.
            AllowAutoRedirect = false,
            ConnectCallback = ConnectAsync,
            MaxConnectionsPerServer = 4,
            MaxResponseDrainSize = 0,
            MaxResponseHeadersLength = 16,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            UseCookies = false,
            UseProxy = false,
        });
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("GovGraph", null));
    }

    /// <summary>Sends a body once: the status of the answer, and why it counts as not delivered. Of the answer nothing but the status is read.</summary>
    public async Task<(int? Status, string? Error)> SendAsync(Webhook webhook, string deliveryId, byte[] body, CancellationToken cancellation)
    {
        var timestamp = _time.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("webhook-id", deliveryId);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSecret.Sign(webhook.Secret, deliveryId, timestamp, body));

        using var tooLong = new CancellationTokenSource(_timeout, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, tooLong.Token);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop.Token).ConfigureAwait(false);
            return ((int)response.StatusCode, response.IsSuccessStatusCode ? null : $"The address answered {(int)response.StatusCode}.");
        }
        catch (HttpRequestException fault)
        {
            return (null, Describe(fault));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, FormattableString.Invariant($"The address did not answer within {_timeout.TotalSeconds:0.#} seconds."));
        }
    }

    public void Dispose() => _client.Dispose();

    // In few words: what lies behind an address is not for everybody to find out.
    private static string Describe(HttpRequestException fault) => fault switch
    {
        { InnerException: ForbiddenAddressException } => "The name of the address stands for one that is not public.",
        { HttpRequestError: HttpRequestError.NameResolutionError } or { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } =>
            "The name of the address could not be found.",
        { HttpRequestError: HttpRequestError.SecureConnectionError } => "The address has no certificate that can be trusted.",
        _ => "The address could not be reached.",
    };

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation).ConfigureAwait(false);
        if (!Array.TrueForAll(addresses, _address.MayCall)) throw new ForbiddenAddressException();

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            // To what was checked: asked again, the name might stand for something else.
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private sealed class ForbiddenAddressException : Exception;
}
