using System.Buffers;

namespace GovGraph.Plans.Text;

/// <summary>Compares Vietnamese text as people read it: case, white space and the way of coding a mark do not matter.</summary>
public static class FoldedText
{
    internal const int OnStack = 256;

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
        var length = 0;
        var space = false;
        foreach (var c in text)
        {
            if (c < '\u0080' && !char.IsWhiteSpace(c))
            {
                Append(char.ToLowerInvariant(c), folded, ref length, ref space);
            }
            else if (char.IsWhiteSpace(c))
            {
                space = length > 0;
            }
            else if (IsInvisible(c))
            {
                // A zero-width character is no part of what people read.
            }
            else if (!space && length > 0 && VietnameseLetters.IsMark(c))
            {
                length = Mark(c, folded, length, keepMarks);
            }
            else
            {
                var lower = char.ToLowerInvariant(c);
                Append(keepMarks ? lower : VietnameseLetters.WithoutMarks(lower), folded, ref length, ref space);
            }
        }

        return length;
    }

    private static void Append(char c, Span<char> folded, ref int length, ref bool space)
    {
        if (space)
        {
            folded[length++] = ' ';
            space = false;
        }

        folded[length++] = c;
    }

    private static int Mark(char mark, Span<char> folded, int length, bool keepMarks)
    {
        if (!keepMarks)
        {
            return length;
        }

        if (VietnameseLetters.TryCompose(folded[length - 1], mark, out var composed))
        {
            folded[length - 1] = composed;
            return length;
        }

        folded[length] = mark;
        return length + 1;
    }

    private static bool IsInvisible(char c) => c is '\u200B' or '\u200C' or '\u200D' or '\uFEFF';
}
