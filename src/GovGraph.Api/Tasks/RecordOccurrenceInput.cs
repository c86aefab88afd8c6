using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.Api.Periods;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Text;

namespace GovGraph.Api.Tasks;

internal sealed record RecordOccurrenceInput(
    string TaskId, DateOnly? Due, PeriodInput? Period, int? Ordinal, DateOnly HappenedOn, string? Note, ChangeRequest Request) : IChangeInput
{
    public static RecordOccurrenceInput From(InputObject input)
    {
        var occurrence = input.Object("occurrence")!.Value;
        return new(
            input.Get<string>("taskId"),
            occurrence.FindValue<DateOnly>("due"),
            occurrence.Object("period") is { } period ? PeriodInput.Of(period) : null,
            input.FindValue<int>("ordinal"),
            input.Get<DateOnly>("happenedOn"),
            input.Find<string>("note"),
            ChangeRequest.From(input));
    }

    public RecordedOccurrence ToRecord(DateTimeOffset recordedAt) => new(default, 0, HappenedOn, recordedAt) { Note = Note };
}

internal sealed class RecordOccurrenceValidator : ChangeInputValidator<RecordOccurrenceInput>
{
    public RecordOccurrenceValidator(DateOnly today)
    {
        RuleFor(input => input.TaskId).IsTaskId();
        RuleFor(input => input.Period!).SetValidator(new PeriodValidator()).When(input => input.Period is not null).OverridePropertyName("occurrence.period");
        RuleFor(input => input.Ordinal).GreaterThanOrEqualTo(1).WithMessage("The first one in a period is 1.", "Lần đầu trong kỳ có số thứ tự 1.");
        RuleFor(input => input.HappenedOn).LessThanOrEqualTo(today).WithMessage($"What is recorded can't have happened after today, {today:yyyy-MM-dd} in Vietnam.", $"Việc được ghi nhận không thể xảy ra sau hôm nay, {today:yyyy-MM-dd} (giờ Việt Nam).");
        RuleFor(input => input.Note).IsNote();
    }
}
