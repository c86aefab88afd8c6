using System.Net;
using System.Net.Sockets;

namespace GovGraph.Storage.MongoDb.Tests;

/// <summary>Stands between a client and a server on 127.0.0.1 and cuts connections in the middle of what the server says.</summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Random _random;
    private readonly int _server;
    private readonly Task _accepting;
    private int _cuts;

    public CuttingProxy(int server, int seed)
    {
        (_server, _random) = (server, new Random(seed));
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Cut while this is set; let everything through otherwise.</summary>
    public bool IsCutting { get; set; }

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
        var connections = new List<Task>();
        try
        {
            while (true) connections.Add(Serve(await _listener.AcceptTcpClientAsync(_closing.Token)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var server = new TcpClient();
        using var both = client;
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _server, _closing.Token);
            await Task.WhenAny(client.GetStream().CopyToAsync(server.GetStream(), _closing.Token), Answer(server.GetStream(), client.GetStream()));
        }
        catch (Exception fault) when (fault is IOException or SocketException or OperationCanceledException)
        {
            // Both ends see a closed connection.
        }
    }

    private async Task Answer(NetworkStream server, NetworkStream client)
    {
        var buffer = new byte[16 * 1024];
        // A connection lives long enough to be opened, and not for ever.
        var left = Next(800, 2_500);
        int count;
        while ((count = await server.ReadAsync(buffer, _closing.Token)) > 0)
        {
            if (IsCutting && (left -= count) < 0)
            {
                await client.WriteAsync(buffer.AsMemory(0, count / 2), _closing.Token);
                Interlocked.Increment(ref _cuts);
                return;
            }
            await client.WriteAsync(buffer.AsMemory(0, count), _closing.Token);
        }
    }

    private int Next(int from, int to)
    {
        lock (_random) return _random.Next(from, to);
    }
}
