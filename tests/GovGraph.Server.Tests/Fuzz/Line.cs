using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GovGraph.Server.Tests.Fuzz;

/// <summary>What the server sent back.</summary>
/// <param name="Head">The status line and the headers.</param>
/// <param name="Body">The bytes behind them, without chunks.</param>
internal sealed record Reply(int Status, string Head, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public bool IsLast => Header("connection") is { } connection && connection.Contains("close", StringComparison.OrdinalIgnoreCase);

    public string? Header(string name)
    {
        foreach (var line in Head.Split("\r\n").Skip(1))
        {
            if (line.StartsWith($"{name}:", StringComparison.OrdinalIgnoreCase)) return line[(name.Length + 1)..].Trim();
        }

        return null;
    }
}

/// <summary>A bare TCP connection, on which anything can be said.</summary>
internal sealed class Line : IDisposable
{
    // What a stream of events has not said by then belongs to a subscription that waits.
    private static readonly TimeSpan s_quiet = TimeSpan.FromMilliseconds(300);

    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly List<byte> _read = [];
    private readonly byte[] _buffer = new byte[64 * 1024];

    public static async Task<Line> Open(Uri address, CancellationToken cancellation)
    {
        var line = new Line();
        await line._socket.ConnectAsync(IPAddress.Loopback, address.Port, cancellation);

        // Closed without waiting, so that a hundred thousand lines do not use up the ports.
        line._socket.LingerState = new LingerOption(true, 0);
        return line;
    }

    public async Task Send(byte[] bytes, CancellationToken cancellation)
    {
        for (var sent = 0; sent < bytes.Length;) sent += await _socket.SendAsync(bytes.AsMemory(sent), cancellation);
    }

    /// <summary>Says that nothing more will come.</summary>
    public void EndSending() => _socket.Shutdown(SocketShutdown.Send);

    /// <summary>The next answer; null where the server closed the line without one.</summary>
    public async Task<Reply?> ReadReply(bool isHead, CancellationToken cancellation)
    {
        while (true)
        {
            int end;
            while ((end = IndexOf("\r\n\r\n"u8)) < 0)
            {
                if (!await ReadMore(cancellation)) return null;
            }

            var head = Encoding.Latin1.GetString(Take(end + 4)[..end]);
            var status = int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture);
            if (status is >= 100 and < 200 and not 101) continue;
            var reply = new Reply(status, head, []);
            return isHead || status is 101 or 204 or 304 ? reply : reply with { Body = await ReadBody(reply, cancellation) };
        }
    }

    /// <summary>Reads on until the text has been seen so often, nothing comes for a while, or the server closes the line.</summary>
    public async Task<byte[]> ReadFrames(int operations, CancellationToken cancellation)
    {
        while (operations > 0 && Ends() < operations && await ReadMoreSoon(cancellation))
        {
        }

        return [.. _read];

        int Ends()
        {
            var text = Encoding.UTF8.GetString([.. _read]);
            return text.Split("\"type\":\"complete\"").Length + text.Split("\"type\":\"error\"").Length - 2;
        }
    }

    public async Task ReadToEnd(CancellationToken cancellation)
    {
        while (await ReadMore(cancellation)) _read.Clear();
    }

    public void Dispose() => _socket.Dispose();

    private async Task<byte[]> ReadBody(Reply reply, CancellationToken cancellation)
    {
        if (reply.Header("content-length") is { } length)
        {
            var count = int.Parse(length, CultureInfo.InvariantCulture);
            while (_read.Count < count && await ReadMore(cancellation))
            {
            }

            return Take(Math.Min(count, _read.Count));
        }

        var isStream = reply.Header("content-type") is { } type && (type.Contains("event-stream", StringComparison.Ordinal) || type.Contains("jsonl", StringComparison.Ordinal));
        var body = new List<byte>();
        while (true)
        {
            int end;
            while ((end = IndexOf("\r\n"u8)) < 0)
            {
                if (isStream ? !await ReadMoreSoon(cancellation) : !await ReadMore(cancellation)) return [.. body];
            }

            var size = int.Parse(Encoding.ASCII.GetString(Take(end + 2)[..end]), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            while (_read.Count < size + 2)
            {
                if (!await ReadMore(cancellation)) return [.. body];
            }

            body.AddRange(Take(size));
            Take(2);
            if (size == 0) return [.. body];
        }
    }

    private async Task<bool> ReadMoreSoon(CancellationToken cancellation)
    {
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        quiet.CancelAfter(s_quiet);
        try
        {
            return await ReadMore(quiet.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<bool> ReadMore(CancellationToken cancellation)
    {
        var count = await _socket.ReceiveAsync(_buffer.AsMemory(), cancellation);
        _read.AddRange(_buffer.AsSpan(0, count));
        return count > 0;
    }

    private int IndexOf(ReadOnlySpan<byte> bytes) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_read).IndexOf(bytes);

    private byte[] Take(int count)
    {
        var taken = _read.GetRange(0, count).ToArray();
        _read.RemoveRange(0, count);
        return taken;
    }
}
