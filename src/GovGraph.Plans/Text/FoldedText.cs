using System.Buffers;

namespace GovGraph.Plans.Text;

/// <summary>Compares Vietnamese text as people read it: case, white space and the way of coding a mark do not matter.</summary>
public static class FoldedText
{
    internal const int OnStack = 256;

    // What a character folds to where it is no letter; a zero-width character is no part of what people read.
    private const char Space = ' ';
    private const char Mark = '\uFFFF';
    private const char Nothing = '\0';

    private static readonly char[] WithMarks = Table(keepMarks: true);
    private static readonly char[] WithoutMarks = Table(keepMarks: false);

    /// <summary>Lower case, composed (NFC), white space collapsed and trimmed.</summary>
    public static string Fold(string text) => Fold(text, keepMarks: true);

    /// <summary>The same, also without Vietnamese marks: <c>Đường</c> becomes <c>duong</c>.</summary>
    public static string FoldMarks(string text) => Fold(text, keepMarks: false);

    private static string Fold(string text, bool keepMarks)
    {
        var rented = text.Length <= OnStack ? null : ArrayPool<char>.Shared.Rent(text.Length);
        Span<char> folded = rented ?? stackalloc char[OnStack];
        folded = folded[..Fold(text, folded, keepMarks)];
        var result = folded.SequenceEqual(text) ? text : folded.ToString();
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return result;
    }

    /// <summary>Writes the folded text, never longer than the text, and gives its length.</summary>
    internal static int Fold(ReadOnlySpan<char> text, Span<char> folded, bool keepMarks)
    {
        var table = keepMarks ? WithMarks : WithoutMarks;
        var length = 0;
        var space = false;
        foreach (var c in text)
        {
            var letter = c < table.Length ? table[c] : Letter(c, keepMarks);
            if (letter is not (Space or Nothing or Mark))
            {
                Append(letter, folded, ref length, ref space);
            }
            else if (letter == Space)
            {
                space = length > 0;
            }
            else if (letter == Mark && keepMarks)
            {
                if (!space && length > 0 && VietnameseLetters.TryCompose(folded[length - 1], c, out var composed))
                {
                    folded[length - 1] = composed;
                }
                else
                {
                    Append(c, folded, ref length, ref space);
                }
            }
        }

        return length;
    }

    /// <summary>A character that people do not see.</summary>
    internal static bool IsNothing(char c) => c is '\0' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF';

    private static void Append(char c, Span<char> folded, ref int length, ref bool space)
    {
        if (space)
        {
            folded[length++] = ' ';
            space = false;
        }

        folded[length++] = c;
    }

    private static char[] Table(bool keepMarks)
    {
        var table = new char[VietnameseLetters.End];
        for (var c = 0; c < table.Length; c++)
        {
            table[c] = Letter((char)c, keepMarks);
        }

        return table;
    }

    private static char Letter(char c, bool keepMarks) =>
        char.IsWhiteSpace(c) ? Space
        : VietnameseLetters.IsMark(c) ? Mark
        : IsNothing(c) ? Nothing
        : keepMarks ? char.ToLowerInvariant(c)
        : VietnameseLetters.WithoutMarks(char.ToLowerInvariant(c));
}
