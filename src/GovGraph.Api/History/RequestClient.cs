using System.Text;
using GovGraph.Plans.Text;

namespace GovGraph.Api.History;

/// <summary>The program that asks, as it names itself: kept with each change that it makes, believed in nothing.</summary>
/// <param name="Name">Null where it names itself nowhere.</param>
internal sealed record RequestClient(string? Name)
{
    private const int Longest = 100;

    private static readonly RequestClient s_unnamed = new((string?)null);

    /// <summary>Cut to a length that histories can bear, without signs that move or hide what stands beside them in a log.</summary>
    public static RequestClient Of(string? header)
    {
        if (string.IsNullOrWhiteSpace(header)) return s_unnamed;

        var name = new StringBuilder();
        foreach (var letter in header.Trim().EnumerateRunes())
        {
            if (name.Length + letter.Utf16SequenceLength > Longest) break;
            if (letter.IsShown()) name.Append(letter);
        }

        return name.Length == 0 ? s_unnamed : new(name.ToString());
    }
}
