using GovGraph.Plans.Text;

namespace GovGraph.Storage.Fields;

/// <summary>A wanted text, folded once. Marks count only where it has some.</summary>
internal sealed class TextPattern
{
    private readonly string wanted;
    private readonly bool keepMarks;

    public TextPattern(string text)
    {
        wanted = FoldedText.Fold(text);
        keepMarks = FoldedText.FoldMarks(text) != wanted;
    }

    /// <summary>What is looked for, folded.</summary>
    public string Wanted => wanted;

    /// <summary>Marks count, so the text to look in must have kept them.</summary>
    public bool KeepsMarks => keepMarks;

    public bool Equals(string text) => Fold(text) == wanted;

    public bool IsIn(string text) => Fold(text).Contains(wanted, StringComparison.Ordinal);

    public bool Starts(string text) => Fold(text).StartsWith(wanted, StringComparison.Ordinal);

    public bool Ends(string text) => Fold(text).EndsWith(wanted, StringComparison.Ordinal);

    private string Fold(string text) => keepMarks ? FoldedText.Fold(text) : FoldedText.FoldMarks(text);
}
