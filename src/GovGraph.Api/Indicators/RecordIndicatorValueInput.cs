using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.Api.Periods;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Text;

namespace GovGraph.Api.Indicators;

internal sealed record RecordIndicatorValueInput(string IndicatorId, PeriodInput Period, decimal Value, string? Note, ChangeRequest Request) : IChangeInput
{
    public static RecordIndicatorValueInput From(InputObject input) => new(
        input.Get<string>("indicatorId"),
        PeriodInput.Of(input.Object("period")!.Value),
        input.Get<decimal>("value"),
        input.Find<string>("note"),
        ChangeRequest.From(input));

    public IndicatorValue ToValue(DateTimeOffset recordedAt) =>
        new() { Period = Period.Find()!.Value, Value = Value, Note = Note, RecordedAt = recordedAt };
}

internal sealed class RecordIndicatorValueValidator : ChangeInputValidator<RecordIndicatorValueInput>
{
    public RecordIndicatorValueValidator(DateOnly today)
    {
        RuleFor(input => input.IndicatorId).NotEmpty().WithMessage("Name the indicator by its id.", "Hãy nêu chỉ tiêu bằng mã (id) của chỉ tiêu.");
        RuleFor(input => input.Period).SetValidator(new PeriodValidator());
        RuleFor(input => input.Period).Must(period => period.Find() is not { } found || found.From <= today)
            .WithMessage($"Nothing can be reached in a period that begins after today, {today:yyyy-MM-dd} in Vietnam.", $"Không thể có kết quả của kỳ bắt đầu sau hôm nay, {today:yyyy-MM-dd} (giờ Việt Nam).");
        RuleFor(input => input.Value).IsFigure();
        RuleFor(input => input.Note).IsNote();
    }
}
