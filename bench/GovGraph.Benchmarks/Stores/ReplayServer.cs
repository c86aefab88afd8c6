using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using GovGraph.Storage.MongoDb.Bson;

namespace GovGraph.Benchmarks.Stores;

/// <summary>Stands before a MongoDB server: what was asked once is answered with the recorded bytes, at the speed of the loopback.</summary>
internal sealed class ReplayServer : IDisposable
{
    private const int HeaderLength = 16;
    private const int BodyStart = 21; // header, flags, kind of the first section
    private const int OpMsg = 2013;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<string, byte[]> _replies = new();
    private readonly IPEndPoint _server;

    private ReplayServer(Uri server)
    {
        _server = new IPEndPoint(Dns.GetHostAddresses(server.Host, AddressFamily.InterNetwork)[0], server.Port > 0 ? server.Port : 27017);
        _listener.Start();
        ConnectionString = new UriBuilder(server) { Host = "127.0.0.1", Port = ((IPEndPoint)_listener.LocalEndpoint).Port, Query = "directConnection=true" }.ToString();
        new Thread(Accept) { IsBackground = true, Name = "replay" }.Start();
    }

    public string ConnectionString { get; }

    public static ReplayServer Before(string connectionString) => new(new Uri(connectionString));

    public void Dispose() => _listener.Dispose();

    private void Accept()
    {
        try
        {
            for (; ;)
            {
                var client = _listener.AcceptSocket();
                client.NoDelay = true;
                new Thread(() => Serve(client)) { IsBackground = true }.Start();
            }
        }
        catch (SocketException)
        {
            // Disposed.
        }
    }

    private void Serve(Socket client)
    {
        using var server = new Socket(_server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        server.Connect(_server);
        using (client)
        {
            while (Receive(client) is { } request)
            {
                var name = NameOf(request);
                if (name is null)
                {
                    server.Send(request);
                    client.Send(Receive(server)!);
                    continue;
                }

                if (!_replies.TryGetValue(name, out var reply))
                {
                    server.Send(request);
                    _replies[name] = reply = Receive(server)!;
                }

                // The number of the request that it answers.
                var answer = (byte[])reply.Clone();
                request.AsSpan(4, 4).CopyTo(answer.AsSpan(8));
                client.Send(answer);
            }
        }
    }

    /// <summary>What a request asks for, without what differs each time; null for what is not to be replayed.</summary>
    private static string? NameOf(byte[] request)
    {
        if (BinaryPrimitives.ReadInt32LittleEndian(request.AsSpan(12)) != OpMsg) return null;
        var body = request.AsSpan(BodyStart);
        body = body[..BinaryPrimitives.ReadInt32LittleEndian(body)];
        var members = new BsonReader(body);
        if (!members.Next() || !members.Is("find"u8)) return null;
        return Part(body, "filter"u8) + Part(body, "projection"u8);
    }

    private static string Part(ReadOnlySpan<byte> body, ReadOnlySpan<byte> name) =>
        BsonReader.TryFind(body, name, out var part) ? Convert.ToHexString(part.Value) : "-";

    private static byte[]? Receive(Socket socket)
    {
        try
        {
            var header = new byte[HeaderLength];
            if (!Fill(socket, header)) return null;
            var message = new byte[BinaryPrimitives.ReadInt32LittleEndian(header)];
            header.CopyTo(message, 0);
            return Fill(socket, message.AsSpan(HeaderLength)) ? message : null;
        }
        catch (SocketException)
        {
            return null;
        }
    }

    private static bool Fill(Socket socket, Span<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var read = socket.Receive(bytes);
            if (read == 0) return false;
            bytes = bytes[read..];
        }

        return true;
    }
}
