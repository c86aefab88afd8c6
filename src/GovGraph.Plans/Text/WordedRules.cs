using FluentValidation;

namespace GovGraph.Plans.Text;

/// <summary>Messages of rules in the language of whoever reads them.</summary>
public static class WordedRules
{
    public static IRuleBuilderOptions<T, TValue> WithMessage<T, TValue>(this IRuleBuilderOptions<T, TValue> rule, string english, string vietnamese) =>
        rule.WithMessage(new Wording(english, vietnamese));

    public static IRuleBuilderOptions<T, TValue> WithMessage<T, TValue>(this IRuleBuilderOptions<T, TValue> rule, Wording wording) =>
        rule.WithMessage(_ => wording.ToString());

    internal static void AddFailure<T>(this ValidationContext<T> context, string path, string english, string vietnamese) =>
        context.AddFailure(path, new Wording(english, vietnamese).ToString());
}
