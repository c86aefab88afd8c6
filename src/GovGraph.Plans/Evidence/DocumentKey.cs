using System.Globalization;
using GovGraph.Plans.Text;
using GovGraph.Plans.Units;

namespace GovGraph.Plans.Evidence;

/// <summary>What tells documents apart: number, date and issuer, as people compare them. docs/evidence.md says what does not matter.</summary>
internal readonly record struct DocumentKey(string Number, DateOnly? Date, string Issuer)
{
    public static DocumentKey Of(EvidenceItem item) => new(NumberOf(item.Number ?? ""), item.Date, UnitName.Key(item.Issuer ?? ""));

    // Typists leave marks out ('QD' for 'QĐ'), put blanks beside the slash and write 05 for 5.
    private static string NumberOf(string number)
    {
        Span<char> key = new char[number.Length];
        var length = 0;
        foreach (var c in FoldedText.FoldMarks(number))
        {
            var sign = char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation || c == '\u2212' ? '-' : c;
            var isLeadingZero = c == '0' && length == 0;
            if (sign != ' ' && !isLeadingZero)
            {
                key[length++] = sign;
            }
        }

        return key[..length].ToString();
    }
}
