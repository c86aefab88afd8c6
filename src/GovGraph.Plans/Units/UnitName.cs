using System.Globalization;
using System.Text;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Units;

/// <summary>A unit's name as it is compared: case, white space, kinds of dashes and the spacing of dashes and commas do not matter.</summary>
/// <remarks>Marks matter, and only whole names are equal: <c>UBND xã</c> is not <c>Văn phòng HĐND và UBND xã</c>.</remarks>
public static class UnitName
{
    public static string Key(string name)
    {
        var folded = FoldedText.Fold(name);
        var key = new StringBuilder(folded.Length);
        foreach (var c in folded)
        {
            var dash = char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation || c == '\u2212';
            if ((dash || c == ',') && key is [.., ' '])
            {
                key.Length--;
            }

            if (c != ' ' || key is [] or not [.., '-' or ','])
            {
                key.Append(dash ? '-' : c);
            }
        }

        return key.ToString();
    }

    /// <summary>The name in small Latin letters, digits and hyphens, for an id: <c>van-phong-thong-ke</c>.</summary>
    internal static string Slug(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var c in FoldedText.FoldMarks(name))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug is [.., not '-'])
            {
                slug.Append('-');
            }
        }

        return slug.ToString().TrimEnd('-');
    }
}
