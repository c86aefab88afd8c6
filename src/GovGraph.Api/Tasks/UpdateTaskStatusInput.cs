using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.Plans.Text;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Api.Tasks;

internal sealed record UpdateTaskStatusInput(
    string TaskId, TaskStatus Status, string? Note, DateOnly? CompletedOn, ChangeRequest Request) : IStatusInput
{
    public static UpdateTaskStatusInput From(InputObject input) => new(
        input.Get<string>("taskId"),
        input.Get<TaskStatus>("status"),
        input.Find<string>("note"),
        input.FindValue<DateOnly>("completedOn"),
        ChangeRequest.From(input));

    TaskStatus? IStatusInput.Status => Status;
}

/// <summary>An input by which a task can get another status.</summary>
internal interface IStatusInput : IChangeInput
{
    string TaskId { get; }

    /// <summary>Null where it stays as it is.</summary>
    TaskStatus? Status { get; }

    string? Note { get; }

    DateOnly? CompletedOn { get; }
}

internal sealed class UpdateTaskStatusValidator(DateOnly today) : StatusValidator<UpdateTaskStatusInput>(today);

internal abstract class StatusValidator<T> : ChangeInputValidator<T>
    where T : IStatusInput
{
    protected StatusValidator(DateOnly today)
    {
        RuleFor(input => input.TaskId).IsTaskId();
        RuleFor(input => input.Note).IsNote();
        RuleFor(input => input.CompletedOn)
            .Null().When(input => input.Status != TaskStatus.Completed, ApplyConditionTo.CurrentValidator)
            .WithMessage("Only a task that is completed has a day of completion: leave completedOn out, or set status to COMPLETED.", "Chỉ nhiệm vụ đã hoàn thành mới có ngày hoàn thành: hãy bỏ completedOn, hoặc đặt status là COMPLETED.")
            .LessThanOrEqualTo(today).WithMessage($"A task can't be completed after today, {today:yyyy-MM-dd} in Vietnam.", $"Nhiệm vụ không thể hoàn thành sau hôm nay, {today:yyyy-MM-dd} (giờ Việt Nam).");
    }
}
