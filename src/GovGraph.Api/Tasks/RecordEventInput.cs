using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.Plans.Tasks;

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
    private static readonly DateOnly s_first = new(1945, 9, 2);
    private static readonly DateOnly s_last = new(2100, 12, 31);

    public RecordEventValidator()
    {
        RuleFor(input => input.TaskId).NotEmpty().WithMessage("Name the task by its id.");
        RuleFor(input => input.HappenedOn).InclusiveBetween(s_first, s_last).WithMessage($"An event lies between {s_first:yyyy-MM-dd} and {s_last:yyyy-MM-dd}.");
        RuleFor(input => input.Trigger).MaximumLength(1000).WithMessage("At most {MaxLength} characters; this has {TotalLength}.");
        RuleFor(input => input.Note).MaximumLength(2000).WithMessage("A note has at most 2,000 characters; this one has {TotalLength}.");
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
        RuleFor(input => input.EventId).NotEmpty().WithMessage("Name the event by its id.");
        RuleFor(input => input.DoneOn).LessThanOrEqualTo(today).WithMessage($"Nothing can be done after today, {today:yyyy-MM-dd} in Vietnam.");
        RuleFor(input => input.Note).MaximumLength(2000).WithMessage("A note has at most 2,000 characters; this one has {TotalLength}.");
    }
}
