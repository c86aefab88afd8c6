using FluentValidation;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Indicators;

namespace GovGraph.Plans.Documents;

/// <summary>What must hold in an evidence item that a file brings along.</summary>
internal sealed class EvidenceRules : AbstractValidator<EvidenceDocument>
{
    public EvidenceRules()
    {
        RuleFor(item => item.Number).NotNull().When(item => item.Kind == EvidenceKind.Document && item.Title is null)
            .WithMessage("must be there, or a title: a document needs one of them");
        RuleFor(item => item.Url).Must(EvidenceItem.IsWebAddress).When(item => item.Kind == EvidenceKind.Link)
            .WithMessage("must be an absolute http or https address");
        RuleFor(item => item.Url).Null().When(item => item.Kind != EvidenceKind.Link)
            .WithMessage("must not be there: only a link has an address");
        RuleFor(item => item.FileName).NotEmpty().When(item => item.Kind == EvidenceKind.File).WithMessage("must be there: a file has a name");
        RuleFor(item => item.Size).Must(size => size > 0).When(item => item.Kind == EvidenceKind.File).WithMessage("must be 1 or more");
        RuleFor(item => item.Sha256).Must(EvidenceItem.IsSha256).When(item => item.Kind == EvidenceKind.File)
            .WithMessage("must be 64 small hexadecimal digits");
        RuleFor(item => item.MediaType).NotEmpty().When(item => item.Kind == EvidenceKind.File).WithMessage("must be there: it says what the file is");
        RuleFor(item => item.Sha256).Null().When(item => item.Kind != EvidenceKind.File).WithMessage("must not be there: only a file has content");
        When(item => item.Kind == EvidenceKind.Figure, () =>
        {
            RuleFor(item => item.Value).NotNull().WithMessage("must be there: a figure has a value");
            RuleFor(item => item.Value).Must(value => value is not { } number || IndicatorValue.CanBe(number))
                .WithMessage($"must have at most {IndicatorValue.MostWholeDigits} digits before the point and {IndicatorValue.MostDecimals} behind it");
            RuleFor(item => item.Unit).NotNull().WithMessage("must be there: a figure has a unit");
            RuleFor(item => item.Title).NotNull().WithMessage("must be there: it says what a figure counts");
            RuleFor(item => item.Period).Must((item, period) => period is null == item.Date is not null).WithMessage("must be there, or a date: a figure has one of them");
        }).Otherwise(() =>
        {
            RuleFor(item => item.Value).Null().WithMessage("must not be there: only a figure has a value");
            RuleFor(item => item.Unit).Null().WithMessage("must not be there: only a figure has a unit");
            RuleFor(item => item.Period).Null().WithMessage("must not be there: only a figure has a period");
        });
        RuleFor(item => item.Period).Must(period => period is null || Period.TryParse(period, out _))
            .WithMessage("must be a period such as 2024, 2024-H1, 2024-Q3, 2024-04 or 2024-01-01/2024-02-15");
    }
}
