using System.Text;
using System.Text.RegularExpressions;

namespace GovGraph.Plans.Tests.Seeds;

/// <summary>The text of a document as it came, in pieces: a cell of a table, or a line outside of one.</summary>
/// <remarks>Knows nothing of the plan format: it only knows that a tab sets cells apart and what mark-up looks like.</remarks>
internal sealed partial class SourceText
{
    private SourceText(string[] lines)
    {
        Lines = lines;
        Pieces =
        [
            .. lines.SelectMany((line, index) => line.Split('\t').Select(cell => new SourcePiece(index + 1, Key(Plain(cell)))))
                .Where(piece => piece.Key.Length > 0),
        ];
    }

    public IReadOnlyList<string> Lines { get; }

    public IReadOnlyList<SourcePiece> Pieces { get; }

    public static SourceText Read(string name) => new(File.ReadAllLines(Path.Combine(Repository.Seeds, "sources", name)));

    /// <summary>Without mark-up.</summary>
    public static string Plain(string text) => Tag().Replace(text, " ");

    /// <summary>Letters and digits only: white space, list marks, emphasis and punctuation are no part of it.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                key.Append(c);
            }
        }

        return key.ToString();
    }

    [GeneratedRegex("</?(b|i|p|ul|li|br)( [^>]*)?/?>")]
    private static partial Regex Tag();
}

/// <summary>A cell or line, of which parts are found in a plan one by one.</summary>
internal sealed class SourcePiece(int line, string key)
{
    public int Line => line;

    public string Key => key;

    /// <summary>What has not been found in the plan.</summary>
    public List<string> Left { get; } = [key];

    public bool TakeWhole(string wanted) => Left.Remove(wanted);

    public bool TakePart(string wanted) => Take(
        wanted,
        Left.FindIndex(left => left.Contains(wanted, StringComparison.Ordinal)),
        left => left.IndexOf(wanted, StringComparison.Ordinal));

    public bool EndsWith(string wanted) => Left.Count > 0 && Left[^1].EndsWith(wanted, StringComparison.Ordinal);

    public bool StartsWith(string wanted) => Left.Count > 0 && Left[0].StartsWith(wanted, StringComparison.Ordinal);

    public void TakeEnd(string wanted) => Take(wanted, Left.Count - 1, left => left.Length - wanted.Length);

    public void TakeStart(string wanted) => Take(wanted, 0, _ => 0);

    private bool Take(string wanted, int index, Func<string, int> find)
    {
        if (index < 0)
        {
            return false;
        }

        var left = Left[index];
        var at = find(left);
        Left.RemoveAt(index);
        Left.InsertRange(index, new[] { left[..at], left[(at + wanted.Length)..] }.Where(part => part.Length > 0));
        return true;
    }
}
