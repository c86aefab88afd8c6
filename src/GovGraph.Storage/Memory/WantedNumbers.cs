using System.Collections.Immutable;
using System.Numerics;
using GovGraph.Plans.Search;

namespace GovGraph.Storage.Memory;

/// <summary>A wanted text against words by number: each of its words is a bit, and a term goes by the bit of its first word.</summary>
internal sealed class WantedNumbers
{
    private readonly uint[] masks;
    private readonly uint kinds;
    private readonly uint words;
    private readonly uint starts;
    private readonly (int First, int Length)[] phrases;
    private readonly int terms;
    private readonly int length;
    private readonly bool canBeSequence;
    private readonly bool canBeWhole;

    /// <param name="wanted">What was typed.</param>
    /// <param name="masks">Of each word by its number, which of the wanted words it is.</param>
    /// <param name="kinds">What may be found.</param>
    public WantedNumbers(WantedText wanted, uint[] masks, ImmutableArray<SearchKind> kinds)
    {
        this.masks = masks;
        this.kinds = kinds.Aggregate(0u, (all, kind) => all | Bit((int)kind));
        var several = new List<(int First, int Length)>();
        foreach (var term in wanted.Terms)
        {
            if (term.Words.Length == 1)
            {
                words |= Bit(length);
            }
            else
            {
                several.Add((length, term.Words.Length));
                starts |= Bit(length);
            }

            length += term.Words.Length;
        }

        (terms, phrases, AllTerms) = (wanted.Terms.Length, [.. several], words | starts);
        canBeSequence = wanted.Sequence is not null && terms > 1;
        canBeWhole = wanted.Sequence is { IsPrefix: false };
        starts |= canBeSequence ? Bit(0) : 0;
    }

    public uint AllTerms { get; }

    public bool Has(SearchKind kind) => (kinds & Bit((int)kind)) != 0;

    /// <summary>Which terms stand in a field. <paramref name="count"/> is what they make together: one each, as many again where they stand as they were typed, one more where nothing else stands there.</summary>
    public uint Standing(ReadOnlySpan<int> field, out int count)
    {
        var standing = 0u;
        var isSequence = false;
        for (var i = 0; i < field.Length; i++)
        {
            var mask = masks[field[i]];
            if (mask == 0)
            {
                continue;
            }

            standing |= mask & words;
            if ((mask & starts) != 0)
            {
                standing |= PhrasesAt(field[i..]);
                isSequence |= canBeSequence && StandsAt(field[i..], 0, length);
            }
        }

        var isWhole = canBeWhole && field.Length == length && StandsAt(field, 0, length);
        count = BitOperations.PopCount(standing) + (isSequence ? terms : 0) + (isWhole ? 1 : 0);
        return standing;
    }

    private uint PhrasesAt(ReadOnlySpan<int> field)
    {
        var standing = 0u;
        foreach (var phrase in phrases)
        {
            standing |= StandsAt(field, phrase.First, phrase.Length) ? Bit(phrase.First) : 0;
        }

        return standing;
    }

    private bool StandsAt(ReadOnlySpan<int> field, int first, int count)
    {
        if (field.Length < count)
        {
            return false;
        }

        for (var i = 0; i < count; i++)
        {
            if ((masks[field[i]] & Bit(first + i)) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static uint Bit(int place) => 1u << place;
}
