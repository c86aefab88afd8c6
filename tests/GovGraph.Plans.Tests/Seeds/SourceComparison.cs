using System.Text.RegularExpressions;

namespace GovGraph.Plans.Tests.Seeds;

/// <summary>Finds each printed text of a plan in its source, once, and says what is left on either side.</summary>
/// <remarks>
/// (a) Long texts are looked for first, so that a short one can't take a part of them; of two alike, the one of a row. (b) A text of a row is looked for in
/// that row first: from its line up to the line of the next row. (c) A whole cell is better than a part of one, and a very
/// short text is only taken whole. (d) A text that a page break has cut is put together from the end of one piece and the
/// beginning of the next one that fits.
/// </remarks>
internal sealed partial class SourceComparison
{
    private const int ShortestPart = 4;
    private const int ShortestCut = 20;

    private readonly SourceText source;
    private readonly int[] rows;
    private readonly HashSet<string> cut = [];
    private readonly List<string> notInSource = [];
    private readonly List<string> inAnotherRow = [];

    public SourceComparison(Plan plan)
    {
        source = SourceText.Read(plan.Source!);
        var texts = PrintedTexts.Of(plan).ToArray();
        rows = [.. texts.Select(text => text.Line).OfType<int>().Distinct().Order()];

        // The head of three documents is lost: what it said is known from the title of the annex.
        var annex = SourceText.Key($"{plan.Annex?.Title} {plan.Annex?.IssuedWith}");
        foreach (var (text, line) in texts.OrderByDescending(text => SourceText.Key(text.Text).Length).ThenBy(text => text.Line is null))
        {
            var key = SourceText.Key(text);
            if (key.Length > 0 && !Find(key, line) && !annex.Contains(key, StringComparison.Ordinal))
            {
                notInSource.Add(text);
            }
        }

        var printed = Spaced(string.Join('\n', source.Lines));
        PrintedOtherwise = [.. texts.Select(text => text.Text).Where(text => !cut.Contains(SourceText.Key(text)) && !printed.Contains(Spaced(text), StringComparison.Ordinal))];
    }

    /// <summary>Texts of the plan that the source does not print, or not so often.</summary>
    public IEnumerable<string> NotInSource => notInSource;

    /// <summary>What the source prints and the plan does not have, or not so often; without the headings that each page repeats.</summary>
    public IEnumerable<string> NotInPlan(Func<IEnumerable<string>, bool> isHeading) =>
        from row in source.Pieces.GroupBy(piece => piece.Line)
        where !isHeading(row.Select(piece => piece.Key))
        from piece in row
        from left in piece.Left
        select $"{piece.Line} {left}";

    /// <summary>Texts of a row that the source prints in another row.</summary>
    public IEnumerable<string> InAnotherRow => inAnotherRow;

    /// <summary>Texts with other punctuation than the source has.</summary>
    public IEnumerable<string> PrintedOtherwise { get; }

    private bool Find(string key, int? line)
    {
        if (line is { } first)
        {
            var next = rows.FirstOrDefault(row => row > first, int.MaxValue);
            if (FindIn([.. source.Pieces.Where(piece => piece.Line >= first && piece.Line < next)], key))
            {
                return true;
            }
        }

        if (!FindIn(source.Pieces, key))
        {
            return false;
        }

        if (line is not null)
        {
            inAnotherRow.Add($"{line} {key}");
        }

        return true;
    }

    private bool FindIn(IReadOnlyList<SourcePiece> pieces, string key) =>
        pieces.Any(piece => piece.TakeWhole(key))
        || (key.Length >= ShortestPart && pieces.Any(piece => piece.TakePart(key)))
        || (key.Length >= ShortestCut && FindCut(pieces, key));

    private bool FindCut(IReadOnlyList<SourcePiece> pieces, string key)
    {
        var cuts =
            from length in Enumerable.Range(1, key.Length - 1)
            from i in Enumerable.Range(0, pieces.Count)
            where pieces[i].EndsWith(key[..length])
            from j in Enumerable.Range(i + 1, pieces.Count - i - 1)
            where pieces[j].StartsWith(key[length..])
            orderby j - i
            select (length, pieces[i], pieces[j]);
        foreach (var (length, end, start) in cuts.Take(1))
        {
            end.TakeEnd(key[..length]);
            start.TakeStart(key[length..]);
            cut.Add(key);
            return true;
        }

        return false;
    }

    // Emphasis is no print.
    private static string Spaced(string text) => WhiteSpace().Replace(SourceText.Plain(text).Replace("*", "", StringComparison.Ordinal), "");

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
