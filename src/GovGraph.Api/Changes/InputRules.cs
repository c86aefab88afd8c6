using System.Text;
using FluentValidation;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Text;

namespace GovGraph.Api.Changes;

/// <summary>Rules that many inputs share.</summary>
internal static class InputRules
{
    /// <summary>Nothing that is reported happened before there was this state.</summary>
    public static readonly DateOnly FirstDay = new(1945, 9, 2);

    public static readonly DateOnly LastDay = new(2100, 12, 31);

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

    /// <summary>What others read beside what happened.</summary>
    public static IRuleBuilderOptions<T, string?> IsPlainText<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is null || text.EnumerateRunes().All(IsPlain)).WithMessage(
            "A text has no control characters, and none that turn or hide what stands beside them.",
            "Nội dung không được có ký tự điều khiển hoặc ký tự đảo, ẩn chữ bên cạnh.");

    public static IRuleBuilderOptions<T, decimal> IsFigure<T>(this IRuleBuilder<T, decimal> rule) => rule.Must(IndicatorValue.CanBe).WithMessage(
        $"A value has at most {IndicatorValue.MostWholeDigits} digits before the point and {IndicatorValue.MostDecimals} behind it.",
        $"Giá trị có tối đa {IndicatorValue.MostWholeDigits} chữ số phần nguyên và {IndicatorValue.MostDecimals} chữ số thập phân.");

    private static bool IsPrintable(string key) => key.Length is > 0 and <= 200 && !string.IsNullOrWhiteSpace(key) && key.EnumerateRunes().All(ShownLetter.IsShown);

    // Lines end, and joiners belong to what people type.
    private static bool IsPlain(Rune letter) => letter.Value is '\n' or '\r' or '\t' or 0x200C or 0x200D || letter.IsShown();
}
