using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.Api.Periods;
using GovGraph.Plans.Evidence;
using GovGraph.Plans.Text;

namespace GovGraph.Api.Evidence;

internal sealed record FigureInput(string Title, decimal Value, string Unit, DateOnly? Date, PeriodInput? Period, string? Note)
{
    public static FigureInput From(InputObject input)
    {
        var reached = input.Object("reached")!.Value;
        return new(
            input.Get<string>("title"),
            input.Get<decimal>("value"),
            input.Get<string>("unit"),
            reached.FindValue<DateOnly>("date"),
            reached.Object("period") is { } period ? PeriodInput.Of(period) : null,
            input.Find<string>("note"));
    }

    public EvidenceItem ToEvidence(DateTimeOffset addedAt) => new()
    {
        Kind = EvidenceKind.Figure,
        Title = Title,
        Value = Value,
        Unit = Unit,
        Date = Date,
        Period = Period?.Find(),
        Note = Note,
        AddedAt = addedAt,
    };
}

internal sealed class FigureValidator : AbstractValidator<FigureInput>
{
    public FigureValidator(DateOnly today)
    {
        RuleFor(figure => figure.Title).NotEmpty().WithMessage("Say what the figure counts.", "Hãy nêu nội dung của số liệu.").HasAtMost(1000);
        RuleFor(figure => figure.Unit).NotEmpty().WithMessage("Say what the figure is counted in, such as % or hồ sơ.", "Hãy nêu đơn vị tính của số liệu, ví dụ % hoặc hồ sơ.").HasAtMost(50);
        RuleFor(figure => figure.Value).IsFigure();
        RuleFor(figure => figure.Date)
            .GreaterThanOrEqualTo(InputRules.FirstDay).WithMessage("A figure can't be of a day before 1945-09-02.", "Số liệu không thể của ngày trước 1945-09-02.")
            .LessThanOrEqualTo(today).WithMessage($"Nothing can be reached after today, {today:yyyy-MM-dd} in Vietnam.", $"Không thể đạt được gì sau hôm nay, {today:yyyy-MM-dd} (giờ Việt Nam).")
            .OverridePropertyName("reached.date");
        RuleFor(figure => figure.Period!).SetValidator(new PeriodValidator()).When(figure => figure.Period is not null).OverridePropertyName("reached.period");
        RuleFor(figure => figure.Period).Must(period => period?.Find() is not { } found || found.From <= today).OverridePropertyName("reached.period")
            .WithMessage(
                $"Nothing can be reached in a period that begins after today, {today:yyyy-MM-dd} in Vietnam.",
                $"Không thể đạt được gì trong kỳ bắt đầu sau hôm nay, {today:yyyy-MM-dd} (giờ Việt Nam).");
        RuleFor(figure => figure.Note).IsNote();
    }
}
