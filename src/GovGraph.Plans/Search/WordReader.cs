using System.Globalization;
using System.Text;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Search;

/// <summary>Reads the words of a printed text: letters and digits with the marks that belong to them; whatever else is printed parts them.</summary>
public ref struct WordReader(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;

    /// <summary>Where the word begins.</summary>
    public int Start { get; private set; }

    /// <summary>Where it has ended.</summary>
    public int End { get; private set; }

    /// <summary>A line ends between the word before and this one; no phrase goes on from one line to the next.</summary>
    public bool IsOnNewLine { get; private set; }

    /// <summary>Goes on to the next word; false where there is none.</summary>
    public bool Next()
    {
        var (position, isFirst) = (End, End == 0);
        IsOnNewLine = false;
        int length;
        while ((length = Letter(position)) == 0)
        {
            if (position >= text.Length)
            {
                return false;
            }

            IsOnNewLine |= !isFirst && text[position] == '\n';
            position++;
        }

        Start = position;
        for (; length > 0; length = LetterOrMark(position))
        {
            position += length;
        }

        End = position;
        return true;
    }

    /// <summary>Writes the word in the form in which words are compared, never longer than the word, and gives its length.</summary>
    public readonly int Fold(Span<char> folded, bool keepMarks) => FoldedText.Fold(text[Start..End], folded, keepMarks);

    private readonly int LetterOrMark(int position) => Letter(position) is > 0 and var length ? length
        : position < text.Length && (FoldedText.IsNothing(text[position]) || char.GetUnicodeCategory(text[position]) == UnicodeCategory.NonSpacingMark) ? 1
        : 0;

    /// <summary>How many places a letter or digit takes; 0 where there is none.</summary>
    private readonly int Letter(int position)
    {
        if (position >= text.Length)
        {
            return 0;
        }

        if (!char.IsSurrogate(text[position]))
        {
            return char.IsLetterOrDigit(text[position]) ? 1 : 0;
        }

        _ = Rune.DecodeFromUtf16(text[position..], out var rune, out var length);
        return Rune.IsLetterOrDigit(rune) ? length : 0;
    }
}
