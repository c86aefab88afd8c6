using FluentValidation;
using GovGraph.Plans.Text;

namespace GovGraph.Api.Changes;

/// <summary>What must hold for the input of every mutation; a mutation adds its own rules.</summary>
internal abstract class ChangeInputValidator<T> : AbstractValidator<T>
    where T : IChangeInput
{
    private const int LongestReason = 2000;

    protected ChangeInputValidator()
    {
        RuleFor(input => input.Request.Reason).MaximumLength(LongestReason).OverridePropertyName("reason")
            .WithMessage("A reason has at most 2,000 characters; this one has {TotalLength}.", "Lý do có tối đa 2.000 ký tự; lý do này có {TotalLength}.");
        RuleFor(input => input.Request.ExpectedVersion).GreaterThanOrEqualTo(1).OverridePropertyName("expectedVersion")
            .WithMessage("Versions start at 1.", "Phiên bản bắt đầu từ 1.");
        RuleFor(input => input.Request.IdempotencyKey).IsKey().OverridePropertyName("idempotencyKey");
    }
}
