using System.Runtime.InteropServices;
using GovGraph.Plans.Search;
using GovGraph.Plans.Text;

namespace GovGraph.Storage.Memory;

/// <summary>The words of all plans by number. It only grows, so a number stays good.</summary>
internal sealed class Vocabulary
{
    /// <summary>No word: parts two lines.</summary>
    public const int LineEnd = 0;

    private readonly Lock growing = new();
    private readonly Dictionary<string, int> numbers = new() { [""] = LineEnd };
    private readonly Dictionary<string, List<int>> byUnmarked = [];
    private readonly List<(string Folded, string Unmarked)> words = [("", "")];

    /// <summary>The numbers of words that are written one behind the other; an empty one ends a line.</summary>
    public int[] Number(ReadOnlySpan<char> folded, ReadOnlySpan<int> ends)
    {
        var found = new int[ends.Length];
        lock (growing)
        {
            var known = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
            var start = 0;
            for (var i = 0; i < ends.Length; i++)
            {
                ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, folded[start..ends[i]], out var isKnown);
                if (!isKnown)
                {
                    number = Add(folded[start..ends[i]].ToString());
                }

                found[i] = number;
                start = ends[i];
            }
        }

        return found;
    }

    /// <summary>Of each word by its number, which of the wanted words it is, a bit each; null where one of those stands nowhere.</summary>
    public uint[]? Masks(WantedText wanted)
    {
        lock (growing)
        {
            var masks = new uint[words.Count];
            var bit = 1u;
            foreach (var term in wanted.Terms)
            {
                for (var i = 0; i < term.Words.Length; i++, bit <<= 1)
                {
                    var isPrefix = term.IsPrefix && i == term.Words.Length - 1;
                    if (!(isPrefix ? MarkBeginnings(masks, term.Words[i], wanted.KeepsMarks, bit) : MarkWords(masks, term.Words[i], wanted.KeepsMarks, bit)))
                    {
                        return null;
                    }
                }
            }

            return masks;
        }
    }

    private int Add(string folded)
    {
        var (number, unmarked) = (words.Count, FoldedText.FoldMarks(folded));
        words.Add((folded, unmarked));
        if (!byUnmarked.TryGetValue(unmarked, out var alike))
        {
            byUnmarked.Add(unmarked, alike = []);
        }

        alike.Add(number);
        return number;
    }

    private bool MarkWords(uint[] masks, string word, bool keepMarks, uint bit)
    {
        ReadOnlySpan<int> found = !keepMarks ? CollectionsMarshal.AsSpan(byUnmarked.GetValueOrDefault(word))
            : numbers.TryGetValue(word, out var number) ? [number]
            : [];
        foreach (var each in found)
        {
            masks[each] |= bit;
        }

        return !found.IsEmpty;
    }

    private bool MarkBeginnings(uint[] masks, string beginning, bool keepMarks, uint bit)
    {
        var isAny = false;
        for (var number = 0; number < masks.Length; number++)
        {
            if ((keepMarks ? words[number].Folded : words[number].Unmarked).StartsWith(beginning, StringComparison.Ordinal))
            {
                masks[number] |= bit;
                isAny = true;
            }
        }

        return isAny;
    }
}
