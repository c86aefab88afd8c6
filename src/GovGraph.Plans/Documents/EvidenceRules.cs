using FluentValidation;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Documents;

/// <summary>What must hold in an evidence item that a file brings along.</summary>
internal sealed class EvidenceRules : AbstractValidator<EvidenceDocument>
{
    public EvidenceRules()
    {
        RuleFor(item => item.Number).NotNull().When(item => item.Kind == EvidenceKind.Document && item.Title is null)
            .WithMessage("must be there, or a title: a document needs one of them", "phải có, hoặc có trích yếu (title): văn bản cần một trong hai");
        RuleFor(item => item.Url).Must(EvidenceItem.IsWebAddress).When(item => item.Kind == EvidenceKind.Link)
            .WithMessage("must be an absolute http or https address", "phải là địa chỉ http hoặc https đầy đủ");
        RuleFor(item => item.Url).Null().When(item => item.Kind != EvidenceKind.Link)
            .WithMessage("must not be there: only a link has an address", "không được có: chỉ đường dẫn mới có địa chỉ");
        RuleFor(item => item.FileName).NotEmpty().When(item => item.Kind == EvidenceKind.File).WithMessage("must be there: a file has a name", "phải có: tệp phải có tên");
        RuleFor(item => item.Size).Must(size => size > 0).When(item => item.Kind == EvidenceKind.File).WithMessage(SharedRules.BeOneOrMore);
        RuleFor(item => item.Sha256).Must(EvidenceItem.IsSha256).When(item => item.Kind == EvidenceKind.File)
            .WithMessage("must be 64 small hexadecimal digits", "phải gồm 64 chữ số thập lục phân viết thường");
        RuleFor(item => item.MediaType).NotEmpty().When(item => item.Kind == EvidenceKind.File).WithMessage("must be there: it says what the file is", "phải có: cho biết tệp thuộc loại gì");
        RuleFor(item => item.Sha256).Null().When(item => item.Kind != EvidenceKind.File).WithMessage("must not be there: only a file has content", "không được có: chỉ tệp mới có nội dung");
        When(item => item.Kind == EvidenceKind.Figure, () =>
        {
            RuleFor(item => item.Value).NotNull().WithMessage("must be there: a figure has a value", "phải có: số liệu phải có giá trị");
            RuleFor(item => item.Value).Must(value => value is not { } number || IndicatorValue.CanBe(number))
                .WithMessage(SharedRules.BeFigure);
            RuleFor(item => item.Unit).NotNull().WithMessage("must be there: a figure has a unit", "phải có: số liệu phải có đơn vị tính");
            RuleFor(item => item.Title).NotNull().WithMessage("must be there: it says what a figure counts", "phải có: cho biết nội dung của số liệu");
            RuleFor(item => item.Period).Must((item, period) => period is null == item.Date is not null).WithMessage("must be there, or a date: a figure has one of them", "phải có, hoặc có ngày (date): số liệu có đúng một trong hai");
        }).Otherwise(() =>
        {
            RuleFor(item => item.Value).Null().WithMessage("must not be there: only a figure has a value", "không được có: chỉ số liệu mới có giá trị");
            RuleFor(item => item.Unit).Null().WithMessage("must not be there: only a figure has a unit", "không được có: chỉ số liệu mới có đơn vị tính");
            RuleFor(item => item.Period).Null().WithMessage("must not be there: only a figure has a period", "không được có: chỉ số liệu mới có kỳ");
        });
        RuleFor(item => item.Period).Must(period => period is null || Period.TryParse(period, out _))
            .WithMessage(SharedRules.BePeriod);
    }
}
