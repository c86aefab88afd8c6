namespace GovGraph.GraphQL.Transport.Http;

/// <summary>Finds what JSON's grammar lets through although it is no text: half of a surrogate pair, written as <c>\ud83d</c>.</summary>
/// <remarks>System.Text.Json throws on it as late as the string is asked for, deep inside coercion.</remarks>
internal static class LoneSurrogates
{
    public static bool Contains(ReadOnlySpan<byte> json)
    {
        var afterHigh = false;
        while (true)
        {
            var next = json.IndexOf((byte)'\\');
            if (next < 0 || next + 1 >= json.Length) return afterHigh;
            if (afterHigh && next > 0) return true;
            if (json[next + 1] != 'u')
            {
                if (afterHigh) return true;
                json = json[(next + 2)..];
                continue;
            }

            if (next + 6 > json.Length) return afterHigh;
            var kind = SurrogateKind(json.Slice(next + 2, 4));
            if (afterHigh != (kind == 'L')) return true;
            afterHigh = kind == 'H';
            json = json[(next + 6)..];
        }
    }

    // D800-DBFF is the first half of a pair, DC00-DFFF the second.
    private static char SurrogateKind(ReadOnlySpan<byte> digits) => (digits[0] | 0x20, digits[1] | 0x20) switch
    {
        ('d', '8' or '9' or 'a' or 'b') => 'H',
        ('d', >= 'c' and <= 'f') => 'L',
        _ => ' ',
    };
}
