using System.Globalization;
using System.Text;
using FluentValidation;
using GovGraph.Plans.Text;

namespace GovGraph.Api.Changes;

/// <summary>Rules that many inputs share.</summary>
internal static class InputRules
{
    private static readonly Wording s_tooLong = new("At most {MaxLength} characters; this has {TotalLength}.", "Tối đa {MaxLength} ký tự; nội dung này có {TotalLength}.");

    public static IRuleBuilderOptions<T, string?> HasAtMost<T>(this IRuleBuilder<T, string?> rule, int characters) =>
        rule.MaximumLength(characters).WithMessage(s_tooLong);

    public static IRuleBuilderOptions<T, string?> IsNote<T>(this IRuleBuilder<T, string?> rule) => rule.MaximumLength(2000).WithMessage(
        "A note has at most 2,000 characters; this one has {TotalLength}.",
        "Ghi chú có tối đa 2.000 ký tự; ghi chú này có {TotalLength}.");

    public static IRuleBuilderOptions<T, string> IsTaskId<T>(this IRuleBuilder<T, string> rule) =>
        rule.NotEmpty().WithMessage("Name the task by its id.", "Hãy nêu nhiệm vụ bằng mã (id) của nhiệm vụ.");

    public static IRuleBuilderOptions<T, string?> IsKey<T>(this IRuleBuilder<T, string?> rule) => rule.Must(key => key is null || IsPrintable(key)).WithMessage(
        "An idempotency key has 1 to 200 printable characters.",
        "Khóa idempotencyKey có từ 1 đến 200 ký tự in được.");

    private static bool IsPrintable(string key) => key.Length is > 0 and <= 200 && !string.IsNullOrWhiteSpace(key) && key.EnumerateRunes().All(rune =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator));
}
