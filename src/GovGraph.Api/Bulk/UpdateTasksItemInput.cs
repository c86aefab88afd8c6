using System.Collections.Immutable;
using FluentValidation;
using GovGraph.Api.Changes;
using GovGraph.Api.Evidence;
using GovGraph.Api.Tasks;
using GovGraph.GraphQL.Execution;
using GovGraph.Plans.Text;
using GovGraph.Storage.Access;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Api.Bulk;

internal sealed record UpdateTasksItemInput(
    string TaskId, TaskStatus? Status, string? Note, DateOnly? CompletedOn, ImmutableArray<EvidenceInput> Evidence, ChangeRequest Request) : IStatusInput
{
    public const int MostEvidence = 20;

    /// <param name="item">As it was given.</param>
    /// <param name="all">Says why, where the item does not, and whether it is only tried.</param>
    /// <param name="context">Of the mutation.</param>
    public static UpdateTasksItemInput From(InputObject item, ChangeRequest all, FieldContext context) => new(
        item.Get<string>("taskId"),
        item.FindValue<TaskStatus>("status"),
        item.Find<string>("note"),
        item.FindValue<DateOnly>("completedOn"),
        [.. item.Objects("evidence").Select(evidence => EvidenceInput.From(evidence, context))],
        ChangeRequest.From(item) with { Reason = item.Find<string>("reason") ?? all.Reason, IsOnlyValidated = all.IsOnlyValidated });

    /// <summary>What the caller needs, each for the part of the item that it is about.</summary>
    public IEnumerable<Scope> Scopes
    {
        get
        {
            if (!Evidence.IsEmpty) yield return Scope.EvidenceWrite;
            if (Status is not null) yield return Scope.StatusWrite;
        }
    }
}

/// <summary>The rules of <c>updateTaskStatus</c> and of <c>addEvidence</c>, and that something is reported.</summary>
internal sealed class UpdateTasksItemValidator : StatusValidator<UpdateTasksItemInput>
{
    public UpdateTasksItemValidator(DateOnly today)
        : base(today)
    {
        RuleFor(item => item).Must(item => item.Status is not null || !item.Evidence.IsEmpty)
            .WithMessage("An item reports a status, evidence, or both.", "Mỗi mục phải báo tình trạng (status), sản phẩm kiểm chứng (evidence), hoặc cả hai.");
        RuleFor(item => item.Note).Null().When(item => item.Status is null)
            .WithMessage("A note is kept with the status: leave note out, or set status.", "Ghi chú đi cùng tình trạng: hãy bỏ note, hoặc nêu status.");
        RuleFor(item => item.Evidence).Must(evidence => evidence.Length <= UpdateTasksItemInput.MostEvidence)
            .WithMessage(
                $"An item has at most {UpdateTasksItemInput.MostEvidence} pieces of evidence.",
                $"Mỗi mục có tối đa {UpdateTasksItemInput.MostEvidence} sản phẩm kiểm chứng.");
        RuleForEach(item => item.Evidence).SetValidator(new EvidenceInputValidator(today));
    }
}
