using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using System.Threading.Channels;

namespace GovGraph.Testing;

/// <summary>A partner's address on this machine: answers with what the test says, and shows what came.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Channel<Received> _received = Channel.CreateUnbounded<Received>();
    private readonly Channel<int> _answers = Channel.CreateUnbounded<int>();
    private readonly Task _listening;

    public Receiver()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/hook";
        free.Stop();
        _listener.Prefixes.Add(Url + "/");
        _listener.Start();
        _listening = Listen();
    }

    public string Url { get; }

    /// <summary>What the next requests are answered with, in turn; each waits for its answer.</summary>
    public void Answer(params int[] statuses) => Array.ForEach(statuses, status => _answers.Writer.TryWrite(status));

    public async Task<Received> Next() => await _received.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>Whether all that came was looked at.</summary>
    public bool IsQuiet => !_received.Reader.TryPeek(out _);

    public async ValueTask DisposeAsync()
    {
        _answers.Writer.Complete();
        _listener.Close();
        await _listening;
    }

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                var context = await _listener.GetContextAsync();
                using var reader = new StreamReader(context.Request.InputStream);
                _received.Writer.TryWrite(new(
                    context.Request.Headers["webhook-id"]!, long.Parse(context.Request.Headers["webhook-timestamp"]!, System.Globalization.CultureInfo.InvariantCulture),
                    context.Request.Headers["webhook-signature"]!, await reader.ReadToEndAsync()));
                var status = await _answers.Reader.ReadAsync();
                Respond(context.Response, status);
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException or ChannelClosedException)
        {
            // It is closed.
        }
    }

    private void Respond(HttpListenerResponse response, int status)
    {
        try
        {
            response.StatusCode = status;
            if (status is 302 or 307) response.RedirectLocation = Url + "/elsewhere";
            response.Close();
        }
        catch (HttpListenerException)
        {
            // Whoever asked is gone.
        }
    }
}

/// <summary>What a webhook has sent.</summary>
public sealed record Received(string Id, long Timestamp, string Signature, string Body)
{
    public JsonElement Data => JsonElement.Parse(Body).GetProperty("data");

    public string ChangeId => Data.GetProperty("change").GetProperty("id").GetString()!;
}
