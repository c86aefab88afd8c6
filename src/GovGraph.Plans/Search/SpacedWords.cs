using System.Text;

namespace GovGraph.Plans.Search;

/// <summary>The words of a text as one text in which a word or a phrase can be looked for with a blank on each side: <c>" một cửa \n liên thông "</c>.</summary>
public static class SpacedWords
{
    /// <summary>Stands between two lines.</summary>
    public const string LineEnd = "\n";

    /// <summary>The words of a printed text; empty where it has none.</summary>
    public static string Of(string text, bool keepMarks)
    {
        var spaced = new StringBuilder();
        var folded = new char[text.Length];
        var words = new WordReader(text);
        while (words.Next())
        {
            spaced.Append(spaced.Length == 0 ? " " : "").Append(words.IsOnNewLine ? $"{LineEnd} " : "");
            spaced.Append(folded.AsSpan(0, words.Fold(folded, keepMarks))).Append(' ');
        }

        return spaced.ToString();
    }

    /// <summary>What to look for.</summary>
    public static string Of(WantedTerm term) => $" {string.Join(' ', term.Words)}{(term.IsPrefix ? "" : " ")}";
}
