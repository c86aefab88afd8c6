using FluentValidation;
using GovGraph.Plans.Deadlines;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Documents;

/// <summary>What must hold in a request for more time that a file brings along.</summary>
internal sealed class ExtensionRules : AbstractValidator<ExtensionDocument>
{
    public ExtensionRules()
    {
        RuleFor(item => item.Until).GreaterThan(item => item.Due).WithMessage("must be after the due date", "phải sau ngày đến hạn");
        RuleFor(item => item.Decision!).SetValidator(item => new DecisionRules(item.Due)).When(item => item.Decision is not null);
    }

    private sealed class DecisionRules : AbstractValidator<ExtensionDecisionDocument>
    {
        public DecisionRules(DateOnly due) => RuleFor(item => item.Until)
            .Must((item, until) => item.Verdict == ExtensionVerdict.Grant ? until > due : until is null)
            .WithMessage("must be there and after the due date if the verdict is GRANT, and only then", "phải có và sau ngày đến hạn nếu quyết định là GRANT, và chỉ khi đó");
    }
}
