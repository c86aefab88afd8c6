using System.Globalization;
using System.Text;

namespace GovGraph.Plans.Text;

/// <summary>What can be read as it stands: nothing that controls, and nothing that turns or hides what stands beside it.</summary>
public static class ShownLetter
{
    /// <summary>Half of a surrogate pair is read as the replacement character, which shows nothing that anybody has written.</summary>
    public static bool IsShown(this Rune letter) => letter != Rune.ReplacementChar && Rune.GetUnicodeCategory(letter) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate);
}
