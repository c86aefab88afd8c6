using FluentValidation;

namespace GovGraph.Api.History;

/// <summary>What must hold for the reason of a change, whatever is changed.</summary>
internal static class ReasonRules
{
    private const int Longest = 2000;

    public static IRuleBuilderOptions<T, string?> IsReason<T>(this IRuleBuilder<T, string?> rule) =>
        rule.MaximumLength(Longest).WithMessage("A reason has at most 2,000 characters; this one has {TotalLength}.");
}
