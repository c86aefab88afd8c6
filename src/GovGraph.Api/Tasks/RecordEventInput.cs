using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Text;

namespace GovGraph.Api.Tasks;

internal sealed record RecordEventInput(string TaskId, DateOnly HappenedOn, string? Trigger, string? Note, ChangeRequest Request) : IChangeInput
{
    public static RecordEventInput From(InputObject input) => new(
        input.Get<string>("taskId"),
        input.Get<DateOnly>("happenedOn"),
        input.Find<string>("trigger"),
        input.Find<string>("note"),
        ChangeRequest.From(input));

    public TaskEvent ToEvent(DateTimeOffset recordedAt) => new() { Trigger = Trigger ?? "", HappenedOn = HappenedOn, Note = Note, RecordedAt = recordedAt };
}

internal sealed class RecordEventValidator : ChangeInputValidator<RecordEventInput>
{
    public RecordEventValidator()
    {
        RuleFor(input => input.TaskId).IsTaskId();
        RuleFor(input => input.HappenedOn).InclusiveBetween(InputRules.FirstDay, InputRules.LastDay).WithMessage(
            $"An event lies between {InputRules.FirstDay:yyyy-MM-dd} and {InputRules.LastDay:yyyy-MM-dd}.",
            $"Sự kiện phải trong khoảng từ {InputRules.FirstDay:yyyy-MM-dd} đến {InputRules.LastDay:yyyy-MM-dd}.");
        RuleFor(input => input.Trigger).HasAtMost(1000);
        RuleFor(input => input.Note).IsNote();
    }
}

internal sealed record CloseEventInput(string EventId, DateOnly? DoneOn, string? Note, ChangeRequest Request) : IChangeInput
{
    public static CloseEventInput From(InputObject input) => new(
        input.Get<string>("eventId"),
        input.FindValue<DateOnly>("doneOn"),
        input.Find<string>("note"),
        ChangeRequest.From(input));
}

internal sealed class CloseEventValidator : ChangeInputValidator<CloseEventInput>
{
    public CloseEventValidator(DateOnly today)
    {
        RuleFor(input => input.EventId).NotEmpty().WithMessage("Name the event by its id.", "Hãy nêu sự kiện bằng mã (id) của sự kiện.");
        RuleFor(input => input.DoneOn).LessThanOrEqualTo(today).WithMessage($"Nothing can be done after today, {today:yyyy-MM-dd} in Vietnam.", $"Không thể thực hiện xong sau hôm nay, {today:yyyy-MM-dd} (giờ Việt Nam).");
        RuleFor(input => input.Note).IsNote();
    }
}
