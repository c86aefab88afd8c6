using System.Collections.Immutable;
using System.Text;

namespace GovGraph.Server.Tests.Fuzz;

/// <summary>What is sent to the server over one line: bytes, with pauses between them.</summary>
/// <param name="Way">By which way it tries to come in.</param>
/// <param name="Pieces">The bytes, each piece with how long the next one waits.</param>
internal sealed record FuzzInput(string Way, ImmutableArray<(byte[] Bytes, TimeSpan Pause)> Pieces)
{
    /// <summary>Whether it is a request of HTTP from its first byte to its last: then it is answered, and the line can be used again.</summary>
    public bool IsFramed { get; init; } = true;

    /// <summary>The frames that follow the handshake of a WebSocket; null where it asks for none.</summary>
    public ImmutableArray<byte[]>? Frames { get; init; }

    /// <summary>How many operations the frames ask for, as long as nothing is wrong with them.</summary>
    public int Operations { get; init; }

    public bool IsHead => Pieces[0].Bytes.AsSpan().StartsWith("HEAD "u8);

    public static FuzzInput Of(string way, byte[] bytes) => new(way, [(bytes, TimeSpan.Zero)]);

    /// <summary>For whoever looks at what went wrong.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{Way}\n");
        foreach (var (bytes, _) in Pieces) text.Append(Encoding.Latin1.GetString(bytes));
        foreach (var frame in Frames ?? []) text.Append($"\n[frame] {Encoding.Latin1.GetString(frame)}");
        return text.Length <= 4000 ? text.ToString() : $"{text.ToString(0, 4000)}… ({text.Length} characters)";
    }
}
