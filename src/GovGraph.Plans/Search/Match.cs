namespace GovGraph.Plans.Search;

/// <summary>A place in a printed text at which a term stands.</summary>
internal readonly record struct Match(int Start, int End, int Term)
{
    /// <summary>In the order of their starts.</summary>
    public static List<Match> AllIn(string text, WantedText wanted)
    {
        var words = WordsOf(text, wanted.KeepsMarks);
        var matches = new List<Match>();
        for (var first = 0; first < words.Count; first++)
        {
            for (var term = 0; term < wanted.Terms.Length; term++)
            {
                if (Stands(wanted.Terms[term], words, first))
                {
                    matches.Add(new(words[first].Start, words[first + wanted.Terms[term].Words.Length - 1].End, term));
                }
            }
        }

        return matches;
    }

    private static List<Word> WordsOf(string text, bool keepMarks)
    {
        var folded = new char[text.Length];
        var length = 0;
        var words = new List<Word>();
        var reader = new WordReader(text);
        while (reader.Next())
        {
            var start = length;
            length += reader.Fold(folded.AsSpan(start), keepMarks);
            words.Add(new(reader.Start, reader.End, reader.IsOnNewLine, folded.AsMemory(start..length)));
        }

        return words;
    }

    private static bool Stands(WantedTerm term, List<Word> words, int first)
    {
        var last = term.Words.Length - 1;
        if (first + last >= words.Count)
        {
            return false;
        }

        for (var i = 0; i <= last; i++)
        {
            var (_, _, isOnNewLine, folded) = words[first + i];
            var isEqual = term.IsPrefix && i == last ? folded.Span.StartsWith(term.Words[i]) : folded.Span.SequenceEqual(term.Words[i]);
            if (!isEqual || (i > 0 && isOnNewLine))
            {
                return false;
            }
        }

        return true;
    }

    private readonly record struct Word(int Start, int End, bool IsOnNewLine, ReadOnlyMemory<char> Folded);
}
