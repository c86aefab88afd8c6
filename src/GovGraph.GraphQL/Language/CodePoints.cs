using System.Globalization;

namespace GovGraph.GraphQL.Language;

/// <summary>How a document's characters are told apart, and how a message names one.</summary>
internal static class CodePoints
{
    public static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    public static bool IsNameContinue(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <summary>The UTF-16 length of the Unicode scalar value at a position; 0 where a surrogate stands alone.</summary>
    public static int ScalarLength(ReadOnlySpan<char> source, int position)
    {
        if (!char.IsSurrogate(source[position])) return 1;

        return position + 1 < source.Length && char.IsSurrogatePair(source[position], source[position + 1]) ? 2 : 0;
    }

    /// <summary>"a", U+00E9 or &lt;EOF&gt;.</summary>
    public static string Describe(ReadOnlySpan<char> source, int position)
    {
        if (position >= source.Length) return "<EOF>";

        var c = source[position];
        if (c == '"') return "'\"'";
        if (c is >= ' ' and <= '~') return $"\"{c}\"";

        var code = ScalarLength(source, position) == 2 ? char.ConvertToUtf32(c, source[position + 1]) : c;
        return string.Create(CultureInfo.InvariantCulture, $"U+{code:X4}");
    }
}
