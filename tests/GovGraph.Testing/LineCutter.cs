using System.Net;
using System.Net.Sockets;

namespace GovGraph.Testing;

/// <summary>Stands between clients and a server on 127.0.0.1 and cuts lines in the middle of what either of them says.</summary>
public sealed class LineCutter : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Random _random;
    private readonly Func<Random, (int Asked, int Answered)> _lengths;
    private readonly Task _accepting;
    private volatile int _server;
    private volatile bool _isCutting;
    private int _cuts;

    /// <param name="seed">The same cuts the same lines.</param>
    /// <param name="lengths">After how many bytes a line is cut: of what the client says, and of what the server answers.</param>
    public LineCutter(int seed, Func<Random, (int Asked, int Answered)> lengths)
    {
        (_random, _lengths) = (new Random(seed), lengths);
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The port that new lines lead to.</summary>
    public int Server { set => _server = value; }

    public bool IsCutting { set => _isCutting = value; }

    public int Cuts => _cuts;

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _accepting;
        _closing.Dispose();
    }

    private async Task Accept()
    {
        var lines = new List<Task>();
        try
        {
            while (true) lines.Add(Serve(await _listener.AcceptTcpClientAsync(_closing.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(lines);
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var both = client;
        using var server = new TcpClient();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _server, _closing.Token);
            var (asked, answered) = Lengths();
            await await Task.WhenAny(Pass(client.GetStream(), server.GetStream(), asked), Pass(server.GetStream(), client.GetStream(), answered));
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException)
        {
            // Both ends see a closed connection.
        }
    }

    private async Task Pass(NetworkStream from, NetworkStream to, int left)
    {
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await from.ReadAsync(buffer, _closing.Token)) > 0)
        {
            if (_isCutting && (left -= Math.Min(count, left)) == 0)
            {
                await to.WriteAsync(buffer.AsMemory(0, count / 2), _closing.Token);
                Interlocked.Increment(ref _cuts);
                return;
            }

            await to.WriteAsync(buffer.AsMemory(0, count), _closing.Token);
        }
    }

    private (int Asked, int Answered) Lengths()
    {
        lock (_random) return _lengths(_random);
    }
}
