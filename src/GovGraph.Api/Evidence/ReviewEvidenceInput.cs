using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Text;

namespace GovGraph.Api.Evidence;

internal sealed record ReviewEvidenceInput(string EvidenceId, ReviewDecision Decision, ChangeRequest Request) : IChangeInput
{
    public static ReviewEvidenceInput From(InputObject input) => new(
        input.Get<string>("evidenceId"), input.Get<ReviewDecision>("decision"), ChangeRequest.From(input));
}

internal sealed class ReviewEvidenceValidator : ChangeInputValidator<ReviewEvidenceInput>
{
    public ReviewEvidenceValidator()
    {
        RuleFor(input => input.EvidenceId).NotEmpty().WithMessage("Name the evidence by its id.", "Hãy nêu sản phẩm kiểm chứng bằng mã (id) của nó.");
        RuleFor(input => input.Request.Reason).NotEmpty().When(input => input.Decision == ReviewDecision.Return).OverridePropertyName("reason")
            .WithMessage("Evidence is returned with a reason: say what is wanted.", "Trả lại sản phẩm kiểm chứng phải có lý do: hãy nêu cần gì.");
    }
}

internal sealed record WithdrawEvidenceInput(string EvidenceId, ChangeRequest Request) : IChangeInput
{
    public static WithdrawEvidenceInput From(InputObject input) => new(input.Get<string>("evidenceId"), ChangeRequest.From(input));
}

internal sealed class WithdrawEvidenceValidator : ChangeInputValidator<WithdrawEvidenceInput>
{
    public WithdrawEvidenceValidator()
    {
        RuleFor(input => input.EvidenceId).NotEmpty().WithMessage("Name the evidence by its id.", "Hãy nêu sản phẩm kiểm chứng bằng mã (id) của nó.");
        RuleFor(input => input.Request.Reason).NotEmpty().OverridePropertyName("reason")
            .WithMessage("Evidence is withdrawn with a reason: say why it is not to count.", "Rút sản phẩm kiểm chứng phải có lý do: hãy nêu vì sao không tính nữa.");
    }
}
