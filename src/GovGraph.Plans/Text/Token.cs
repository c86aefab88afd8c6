using System.Collections.Immutable;
using System.Globalization;

namespace GovGraph.Plans.Text;

/// <summary>A word, a number or a single other character of a short printed text, folded, with its place in the text.</summary>
internal readonly record struct Token(TokenKind Kind, string Value, int Start, int End)
{
    public static ImmutableArray<Token> AllOf(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<Token>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            if (IsLetter(text[start]))
            {
                end = EndOf(text, end, IsLetter);
                tokens.Add(new Token(TokenKind.Word, FoldedText.Fold(text[start..end]), start, end));
            }
            else if (char.IsAsciiDigit(text[start]))
            {
                end = EndOf(text, end, char.IsAsciiDigit);
                tokens.Add(new Token(TokenKind.Number, text[start..end], start, end));
            }
            else if (!char.IsWhiteSpace(text[start]) && char.GetUnicodeCategory(text[start]) != UnicodeCategory.Format)
            {
                tokens.Add(new Token(TokenKind.Symbol, IsDash(text[start]) ? "-" : text[start..end], start, end));
            }

            start = end;
        }

        return tokens.ToImmutable();
    }

    private static int EndOf(string text, int end, Func<char, bool> belongs)
    {
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return end;
    }

    // A mark that is coded on its own belongs to the letter before it.
    private static bool IsLetter(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool IsDash(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation || c == '\u2212';
}

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    Word,
    Number,
    Symbol,
}
