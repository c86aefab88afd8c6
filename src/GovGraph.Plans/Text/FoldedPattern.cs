using System.Buffers;

namespace GovGraph.Plans.Text;

/// <summary>A wanted text, folded once, to be looked for in many. Marks count only if it has some; looking allocates nothing.</summary>
public sealed class FoldedPattern
{
    private readonly string wanted;
    private readonly bool keepMarks;

    public FoldedPattern(string text)
    {
        wanted = FoldedText.Fold(text);
        keepMarks = FoldedText.FoldMarks(text) != wanted;
    }

    private delegate bool Comparison(ReadOnlySpan<char> folded, ReadOnlySpan<char> wanted);

    public bool Equals(string text) => Compare(text, static (folded, wanted) => folded.SequenceEqual(wanted));

    public bool IsIn(string text) => Compare(text, static (folded, wanted) => folded.IndexOf(wanted) >= 0);

    public bool Starts(string text) => Compare(text, static (folded, wanted) => folded.StartsWith(wanted));

    public bool Ends(string text) => Compare(text, static (folded, wanted) => folded.EndsWith(wanted));

    private bool Compare(string text, Comparison comparison)
    {
        var rented = text.Length <= FoldedText.OnStack ? null : ArrayPool<char>.Shared.Rent(text.Length);
        Span<char> folded = rented ?? stackalloc char[FoldedText.OnStack];
        var result = comparison(folded[..FoldedText.Fold(text, folded, keepMarks)], wanted);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return result;
    }
}
