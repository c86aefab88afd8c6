using System.Collections.Immutable;

namespace GovGraph.Plans.Search;

/// <summary>The part of a printed text that is shown: all of it, or of a long one the part in which the most terms stand.</summary>
internal readonly record struct Excerpt(string Text, int Start, int End)
{
    private const int Longest = 240;

    // How much of it stands before the first match.
    private const int Before = 60;

    private const string Omission = "…";

    public static Excerpt Of(string text, List<Match> matches)
    {
        if (text.Length <= Longest)
        {
            return new(text, 0, text.Length);
        }

        var first = matches[BestFirst(matches)].Start;
        var start = Math.Clamp(first - Before, 0, text.Length - Longest);
        var end = start + Longest;
        return new(text, start == 0 ? 0 : BehindBlank(text, start, first), end == text.Length ? end : AtBlank(text, first, end));
    }

    /// <summary>The text, cut around the matches.</summary>
    public ImmutableArray<HighlightFragment> Cut(List<Match> matches)
    {
        var fragments = ImmutableArray.CreateBuilder<HighlightFragment>();
        var position = Start;
        for (var i = 0; i < matches.Count;)
        {
            var (start, end) = (Math.Max(matches[i].Start, Start), matches[i].End);
            for (i++; i < matches.Count && matches[i].Start < end; i++)
            {
                end = Math.Max(end, matches[i].End);
            }

            end = Math.Min(end, End);
            if (start < end)
            {
                Add(fragments, position, start, isMatch: false);
                Add(fragments, start, end, isMatch: true);
                position = end;
            }
        }

        Add(fragments, position, End, isMatch: false);
        if (End < Text.Length)
        {
            fragments.Add(new(Omission, false));
        }

        return fragments.ToImmutable();
    }

    private void Add(ImmutableArray<HighlightFragment>.Builder fragments, int start, int end, bool isMatch)
    {
        if (fragments.Count == 0 && Start > 0)
        {
            fragments.Add(new(Omission, false));
        }

        if (start < end)
        {
            fragments.Add(new(Text[start..end], isMatch));
        }
    }

    /// <summary>The first of the matches that stand with the most others in one excerpt.</summary>
    private static int BestFirst(List<Match> matches)
    {
        var (best, most, behind) = (0, 0, 0);
        var seen = new Dictionary<int, int>();
        for (var i = 0; i < matches.Count; i++)
        {
            for (; behind < matches.Count && matches[behind].End <= matches[i].Start + Longest - Before; behind++)
            {
                seen[matches[behind].Term] = seen.GetValueOrDefault(matches[behind].Term) + 1;
            }

            if (seen.Count > most)
            {
                (best, most) = (i, seen.Count);
            }

            if (behind <= i)
            {
                behind = i + 1;
            }
            else if (--seen[matches[i].Term] == 0)
            {
                seen.Remove(matches[i].Term);
            }
        }

        return best;
    }

    private static int BehindBlank(string text, int start, int first)
    {
        while (start < first && !char.IsWhiteSpace(text[start - 1]))
        {
            start++;
        }

        return start;
    }

    private static int AtBlank(string text, int first, int end)
    {
        for (var blank = end; blank > first; blank--)
        {
            if (char.IsWhiteSpace(text[blank]))
            {
                return blank;
            }
        }

        return char.IsLowSurrogate(text[end]) ? end - 1 : end;
    }
}
