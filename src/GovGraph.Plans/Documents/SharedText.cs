using System.Buffers.Binary;
using System.Text;

namespace GovGraph.Plans.Documents;

/// <summary>Equal texts as one object, found by their bytes: many plans have the same words in their cells, and a text that is known is not decoded again. What it has forgotten is held twice, no more.</summary>
internal static class SharedText
{
    private const int Places = 32 * 1024;
    private const int Longest = 512;
    private const ulong Factor = 0x9E3779B97F4A7C15;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // No lock: a place is read and written whole, and what is found there is compared.
    private static readonly Known?[] Seen = new Known?[Places];

    /// <exception cref="DecoderFallbackException">The bytes are not UTF-8.</exception>
    public static string Of(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > Longest)
        {
            return Utf8.GetString(utf8);
        }

        ref var place = ref Seen[Hash(utf8) % Places];
        if (place is { } known && utf8.SequenceEqual(known.Utf8))
        {
            return known.Text;
        }

        var text = Utf8.GetString(utf8);
        place = new Known(utf8.ToArray(), text);
        return text;
    }

    // Eight bytes at a time, the last eight whether or not they were read before. Texts made to meet in one place are only decoded each time.
    private static uint Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = (ulong)utf8.Length;
        if (utf8.Length < sizeof(ulong))
        {
            foreach (var unit in utf8)
            {
                hash = (hash << 8) | unit;
            }
        }
        else
        {
            var last = BinaryPrimitives.ReadUInt64LittleEndian(utf8[^sizeof(ulong)..]);
            for (; utf8.Length > sizeof(ulong); utf8 = utf8[sizeof(ulong)..])
            {
                hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8));
            }

            hash ^= last;
        }

        return (uint)(Mixed(hash) * Factor >> 32);
    }

    private static ulong Mixed(ulong bits)
    {
        bits *= Factor;
        return bits ^ (bits >> 32);
    }

    private sealed record Known(byte[] Utf8, string Text);
}
