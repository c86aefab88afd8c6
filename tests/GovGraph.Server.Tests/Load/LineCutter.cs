using System.Net;
using System.Net.Sockets;

namespace GovGraph.Server.Tests.Load;

/// <summary>Stands between clients and a server on 127.0.0.1 and cuts lines in the middle of what either of them says.</summary>
internal sealed class LineCutter : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Random _random;
    private readonly Task _accepting;
    private volatile int _server;
    private volatile bool _isCutting;
    private int _cuts;

    public LineCutter(int seed)
    {
        _random = new Random(seed);
        _listener.Start();
        _accepting = Accept();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/graphql");

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
            // Half of the lines are cut while the client speaks, half while the server answers.
            var (asked, answered) = Next(2) == 0 ? (Next(2_500), int.MaxValue) : (int.MaxValue, Next(1_000));
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

    private int Next(int below)
    {
        lock (_random) return _random.Next(below);
    }
}
