using System.Globalization;
using System.Text;
using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.Plans.Text;

namespace GovGraph.Api.Tasks;

/// <summary>What must hold for a text that others read beside what happened.</summary>
internal static class TextRules
{
    public static IRuleBuilderOptions<T, string?> IsPlainText<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || text.EnumerateRunes().All(IsPlain)).WithMessage(
            "A text has no control characters, and none that turn or hide what stands beside them.",
            "Nội dung không được có ký tự điều khiển hoặc ký tự đảo, ẩn chữ bên cạnh.");

    // Half of a surrogate pair is read as the replacement character; joiners belong to what people type.
    private static bool IsPlain(Rune letter) => letter.Value is '\n' or '\r' or '\t' or 0x200C or 0x200D || letter != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(letter) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
