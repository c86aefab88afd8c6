using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using GovGraph.Server.SamplePlans;

namespace GovGraph.Server.Tests.Fuzz;

/// <summary>Makes a WebSocket's handshake and its frames, masked as clients do; some break the protocol of one layer or the other.</summary>
internal sealed class SocketMaker(Draw draw, string key)
{
    private const int Text = 1;
    private const int Close = 8;

    public static byte[] Goodbye { get; } = Frame(Close, [0x03, 0xE8], [1, 2, 3, 4]);

    public FuzzInput Make(Func<string> body)
    {
        var handshake = $"GET /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: {(draw.Percent(97) ? "13" : OddValues.Number(draw))}\r\n"
            + $"Sec-WebSocket-Key: {(draw.Percent(97) ? "AAAAAAAAAAAAAAAAAAAAAA==" : draw.Of(["", "x", "AAAA"]))}\r\nSec-WebSocket-Protocol: {(draw.Percent(95) ? "graphql-transport-ws" : draw.Of(["graphql-ws", "x", "graphql-transport-ws, x"]))}\r\n\r\n";
        var frames = ImmutableArray.CreateBuilder<byte[]>();
        var isSound = draw.Percent(60);
        if (isSound || draw.Percent(80)) frames.Add(Message($$"""{"type":"connection_init","payload":{{Payload(isSound)}}}"""));
        var count = draw.Between(1, 4);
        for (var number = 0; number < count; number++)
        {
            var subscribe = $$"""{"id":"{{number}}","type":"subscribe","payload":{{body()}}}""";
            if (isSound) frames.Add(Message(subscribe));
            else frames.AddRange(Unsound(subscribe));
        }

        return new FuzzInput("WebSocket", [(Encoding.UTF8.GetBytes(handshake), TimeSpan.Zero)])
        {
            IsFramed = false,
            Frames = frames.ToImmutable(),
            Operations = isSound ? count : 0,
        };
    }

    private string Payload(bool isSound) => isSound || draw.Percent(70) ? $$"""{"X-Api-Key":"{{key}}"}""" : draw.Below(4) switch
    {
        0 => OddValues.Json(draw),
        1 => $$"""{"Authorization":{{OddValues.Json(draw)}}}""",
        2 => $$"""{"X-Api-Key":"{{key}}","x-api-key":{{OddValues.Json(draw)}}}""",
        _ => $$"""{"Authorization":{{JsonSerializer.Serialize($"Bearer {OddValues.Text(draw)}")}}}""",
    };

    private IEnumerable<byte[]> Unsound(string subscribe) => draw.Below(10) switch
    {
        0 => [Frame(draw.Below(16), OddValues.Bytes(draw, 200), Mask())],
        1 => [OddValues.Bytes(draw, 100)],
        2 => [Mangling.Bytes(draw, Message(subscribe))],
        3 => [Frame(Text, Mangling.Bytes(draw, Encoding.UTF8.GetBytes(subscribe)), Mask())],
        4 => [Message(OddValues.Json(draw))],
        5 => [Message($$"""{"type":{{JsonSerializer.Serialize(draw.Percent(60) ? draw.Of(["ping", "pong", "complete", "connection_init", "start", "next", "error"]) : OddValues.Text(draw))}},"id":{{OddValues.Json(draw)}},"payload":{{OddValues.Json(draw)}}}""")],
        6 => [Fragment(0x01, subscribe[..(subscribe.Length / 2)]), Fragment(draw.Percent(80) ? (byte)0x80 : (byte)0x81, subscribe[(subscribe.Length / 2)..])],
        7 => [Frame(9, OddValues.Bytes(draw, 200), Mask()), Message(subscribe)],
        8 => [Message(subscribe), Message(subscribe), Message("""{"id":"0","type":"complete"}""")],
        _ => [[0x81, 0xFF, .. OddValues.Bytes(draw, 12)]],
    };

    private byte[] Message(string text) => Frame(Text, Encoding.UTF8.GetBytes(text), Mask());

    private byte[] Fragment(byte first, string text)
    {
        var frame = Message(text);
        frame[0] = first;
        return frame;
    }

    private byte[] Mask() => [(byte)draw.Below(256), (byte)draw.Below(256), (byte)draw.Below(256), (byte)draw.Below(256)];

    private static byte[] Frame(int code, byte[] payload, byte[] mask)
    {
        List<byte> frame = [(byte)(0x80 | code)];
        var length = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, payload.Length);
        if (payload.Length < 126) frame.Add((byte)(0x80 | payload.Length));
        else if (payload.Length <= ushort.MaxValue) frame.AddRange([0xFE, .. length[6..]]);
        else frame.AddRange([0xFF, .. length]);
        frame.AddRange(mask);
        for (var index = 0; index < payload.Length; index++) frame.Add((byte)(payload[index] ^ mask[index % 4]));
        return [.. frame];
    }
}
