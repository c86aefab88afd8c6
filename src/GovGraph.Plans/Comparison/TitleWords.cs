using System.Text.RegularExpressions;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Comparison;

/// <summary>The words of titles as they are compared: without case, marks, punctuation and numbers in front. Words are numbers, so that comparing is cheap.</summary>
internal sealed partial class TitleWords
{
    // What comes behind can't make two titles the same any more, and a hostile one may have no end.
    private const int Most = 64;

    private readonly int[] sorted;

    private TitleWords(string key, int[] sorted) => (Key, this.sorted) = (key, sorted);

    /// <summary>Equal for titles that are the same.</summary>
    public string Key { get; }

    /// <summary>Null for a text without words.</summary>
    /// <param name="title">The title as printed.</param>
    /// <param name="numbers">The number of each word, the same for all titles that are compared.</param>
    public static TitleWords? Of(string? title, Dictionary<string, int> numbers)
    {
        if (title is null)
        {
            return null;
        }

        var words = Words().Matches(FoldedText.FoldMarks(Numbering().Replace(title, ""))).Select(match => match.Value).ToArray();
        if (words.Length == 0)
        {
            return null;
        }

        var sorted = new int[Math.Min(words.Length, Most)];
        for (var i = 0; i < sorted.Length; i++)
        {
            if (!numbers.TryGetValue(words[i], out sorted[i]))
            {
                numbers.Add(words[i], sorted[i] = numbers.Count);
            }
        }

        Array.Sort(sorted);
        return new TitleWords(string.Join(' ', words), sorted);
    }

    /// <summary>The words of any text, without case, marks and punctuation.</summary>
    public static string? KeyOf(string? text) => text is null ? null : string.Join(' ', Words().Matches(FoldedText.FoldMarks(text)).Select(match => match.Value));

    /// <summary>The share of the words of both that they have in common, each as often as both have it (Dice's coefficient): from 0 to 1.</summary>
    public double SimilarityTo(TitleWords other)
    {
        var (left, right, common) = (0, 0, 0);
        while (left < sorted.Length && right < other.sorted.Length)
        {
            var order = sorted[left].CompareTo(other.sorted[right]);
            common += order == 0 ? 1 : 0;
            left += order <= 0 ? 1 : 0;
            right += order >= 0 ? 1 : 0;
        }

        return 2.0 * common / (sorted.Length + other.sorted.Length);
    }

    // 1. 1.2) a) II. (3) - •
    [GeneratedRegex(@"^(\s|[-–—•*+]|\(?([0-9]+([.][0-9]+)*|[IVX]+|[a-zđA-ZĐ])[.)])+", RegexOptions.NonBacktracking)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
