using System.Globalization;
using System.Text;

namespace GovGraph.GraphQL.Language;

/// <summary>EscapedUnicode and EscapedCharacter: \n, \u00E9, \uD83D\uDE00, \u{1F600}.</summary>
/// <seealso href="https://spec.graphql.org/September2025/#sec-String-Value"/>
internal static class StringEscapes
{
    /// <summary>Reads the escape that <paramref name="text"/> starts with: its length, or -1 where it is none.</summary>
    public static int Read(ReadOnlySpan<char> text, out Rune value)
    {
        if (text.StartsWith("\\u{")) return ReadBraced(text, out value);
        if (text.StartsWith("\\u")) return ReadFixed(text, out value);

        var c = text.Length < 2 ? '\0' : text[1] switch
        {
            '"' => '"',
            '\\' => '\\',
            '/' => '/',
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        value = new Rune(c);
        return c == '\0' ? -1 : 2;
    }

    public static string DescribeInvalid(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith("\\u")) return $"Invalid character escape sequence: \"{text[..Math.Min(2, text.Length)]}\".";

        var length = text.StartsWith("\\u{") ? BracedLength(text) : Math.Min(6, text.Length);
        return $"Invalid Unicode escape sequence: \"{text[..length]}\".";
    }

    /// <summary>The value of a string token's inside, escapes resolved.</summary>
    public static string Resolve(ReadOnlySpan<char> text)
    {
        var escape = text.IndexOf('\\');
        if (escape < 0) return text.ToString();

        var value = new StringBuilder(text.Length);
        while (escape >= 0)
        {
            value.Append(text[..escape]);
            var length = Read(text[escape..], out var rune);
            value.Append(rune.ToString());
            text = text[(escape + length)..];
            escape = text.IndexOf('\\');
        }

        return value.Append(text).ToString();
    }

    /// <summary>The value as a quoted string; control characters are escaped, all others stand for themselves.</summary>
    public static string Print(string value)
    {
        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                _ when char.IsControl(c) => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }

    /// <summary>\u{ HexDigit+ }</summary>
    private static int ReadBraced(ReadOnlySpan<char> text, out Rune value)
    {
        var length = BracedLength(text);
        value = default;
        return text[length - 1] == '}'
            && TryParseHex(text[3..(length - 1)], out var code)
            && Rune.TryCreate(code, out value)
                ? length
                : -1;
    }

    /// <summary>Up to the closing brace, or to the first character that does not belong in front of it. Eight digits are enough.</summary>
    private static int BracedLength(ReadOnlySpan<char> text)
    {
        var length = 3;
        while (length < text.Length && length < 12)
        {
            if (!char.IsAsciiHexDigit(text[length++])) break;
        }

        return length;
    }

    /// <summary>\u HexDigit{4}, or two of them that are a surrogate pair</summary>
    private static int ReadFixed(ReadOnlySpan<char> text, out Rune value)
    {
        value = default;
        if (!TryReadFour(text, out var code)) return -1;
        if (Rune.TryCreate(code, out value)) return 6;

        return TryReadFour(text[6..], out var low) && Rune.TryCreate(code, low, out value) ? 12 : -1;
    }

    private static bool TryReadFour(ReadOnlySpan<char> text, out char code)
    {
        code = default;
        if (text.Length < 6 || !text.StartsWith("\\u") || !TryParseHex(text[2..6], out var parsed)) return false;

        code = (char)parsed;
        return true;
    }

    private static bool TryParseHex(ReadOnlySpan<char> digits, out int code) =>
        int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code);
}
