using System.Collections.Immutable;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Search;

/// <summary>What someone typed to be searched for: words, <c>"phrases in quotes"</c>, <c>beginnings*</c>. Marks count only if it has some.</summary>
public sealed class WantedText
{
    public const int MaxLength = 200;
    public const int MaxWords = 32;
    private const char Star = '*';

    private WantedText(ImmutableArray<WantedTerm> terms)
    {
        Terms = terms;
        KeepsMarks = terms.Any(term => term.Words.Any(word => FoldedText.FoldMarks(word) != word));
        if (!terms.SkipLast(1).Any(term => term.IsPrefix))
        {
            Sequence = new WantedTerm([.. terms.SelectMany(term => term.Words)], terms[^1].IsPrefix);
        }
    }

    /// <summary>All of them have to be found.</summary>
    public ImmutableArray<WantedTerm> Terms { get; }

    public bool KeepsMarks { get; }

    /// <summary>All that was typed as one phrase; null where a beginning stands before the end, since nothing can stand next to it.</summary>
    public WantedTerm? Sequence { get; }

    /// <summary>Null where it can't be searched for: <paramref name="fault"/> says why, and what to do.</summary>
    public static WantedText? Read(string text, out string? fault)
    {
        fault = null;
        if (text.Length > MaxLength)
        {
            fault = $"The text to search for has {text.Length} characters; at most {MaxLength} are taken.";
            return null;
        }

        var terms = ReadTerms(text);
        var words = terms.Sum(term => term.Words.Length);
        fault = words switch
        {
            0 => "The text to search for holds no word: give at least one letter or digit.",
            > MaxWords => $"The text to search for has {words} words; at most {MaxWords} are taken.",
            _ => null,
        };
        return fault is null ? new WantedText(terms) : null;
    }

    /// <summary>One text for one meaning.</summary>
    public override string ToString() => string.Join(' ', Terms);

    private static ImmutableArray<WantedTerm> ReadTerms(string text)
    {
        var terms = ImmutableArray.CreateBuilder<WantedTerm>();
        for (var position = 0; position < text.Length;)
        {
            var isPhrase = IsQuote(text[position]);
            var start = isPhrase ? position + 1 : position;
            var end = start;
            while (end < text.Length && !IsQuote(text[end]) && (isPhrase || !char.IsWhiteSpace(text[end])))
            {
                end++;
            }

            // Behind the closing quote, or the blank; a quote that is never closed goes to the end.
            position = isPhrase || end == start ? end + 1 : end;
            if (ReadTerm(text.AsSpan(start..end), isPrefix: isPhrase && position < text.Length && text[position] == Star) is { } term)
            {
                terms.Add(term);
            }
        }

        return terms.ToImmutable();
    }

    private static WantedTerm? ReadTerm(ReadOnlySpan<char> text, bool isPrefix)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        Span<char> folded = stackalloc char[MaxLength];
        var reader = new WordReader(text);
        while (reader.Next())
        {
            words.Add(folded[..reader.Fold(folded, keepMarks: true)].ToString());
        }

        return words.Count == 0 ? null : new WantedTerm(words.ToImmutable(), isPrefix || text[reader.End..].StartsWith([Star]));
    }

    private static bool IsQuote(char c) => c is '"' or '“' or '”' or '„' or '«' or '»';
}
