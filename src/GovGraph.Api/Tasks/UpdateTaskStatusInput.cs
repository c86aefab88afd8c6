using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.Plans.Tasks;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Api.Tasks;

internal sealed record UpdateTaskStatusInput(
    string TaskId, TaskStatus Status, string? Note, DateOnly? CompletedOn, ChangeRequest Request) : IChangeInput
{
    public static UpdateTaskStatusInput From(InputObject input) => new(
        input.Get<string>("taskId"),
        input.Get<TaskStatus>("status"),
        input.Find<string>("note"),
        input.FindValue<DateOnly>("completedOn"),
        ChangeRequest.From(input));
}

internal sealed class UpdateTaskStatusValidator : ChangeInputValidator<UpdateTaskStatusInput>
{
    public UpdateTaskStatusValidator(DateOnly today)
    {
        RuleFor(input => input.TaskId).NotEmpty().WithMessage("Name the task by its id.");
        RuleFor(input => input.Note).MaximumLength(2000).WithMessage("A note has at most 2,000 characters; this one has {TotalLength}.");
        RuleFor(input => input.CompletedOn)
            .Null().When(input => input.Status != TaskStatus.Completed, ApplyConditionTo.CurrentValidator)
            .WithMessage("Only a task that is completed has a day of completion: leave completedOn out, or set status to COMPLETED.")
            .LessThanOrEqualTo(today).WithMessage($"A task can't be completed after today, {today:yyyy-MM-dd} in Vietnam.");
    }
}
