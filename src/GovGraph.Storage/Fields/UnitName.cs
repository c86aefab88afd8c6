using System.Text;
using GovGraph.Plans.Text;
using GovGraph.Plans.Units;

namespace GovGraph.Storage.Fields;

/// <summary>What makes two spellings one name: case, white space, the kind of a dash and the spaces around it do not count; marks do.</summary>
internal static class UnitName
{
    public static string Key(string spelling)
    {
        var folded = FoldedText.Fold(spelling);
        var key = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            var plain = c is '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2015' or '\u2212' ? '-' : c;
            if (plain == '-' && key.Length > 0 && key[^1] == ' ')
            {
                key.Length--;
            }

            if (plain != ' ' || key.Length == 0 || key[^1] != '-')
            {
                key.Append(plain);
            }
        }

        return key.ToString();
    }

    /// <summary>The unit's id, and the keys of its name and aliases.</summary>
    public static IEnumerable<string> Keys(Unit unit) => [unit.Id, Key(unit.Name), .. unit.Aliases.Select(Key)];
}
