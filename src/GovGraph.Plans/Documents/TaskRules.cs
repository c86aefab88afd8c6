using FluentValidation;
using GovGraph.Plans.Evidence;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Documents;

/// <summary>What must hold in a task.</summary>
internal sealed class TaskRules : AbstractValidator<TaskDocument>
{
    public TaskRules()
    {
        RuleFor(task => task.Budget).IsMoney();
        RuleFor(task => task.Line).GreaterThanOrEqualTo(1).WithMessage("must be 1 or more");
        RuleForEach(task => task.Damage).SetValidator(new DamageRules<TaskDocument>());
        RuleFor(task => task.Version).GreaterThanOrEqualTo(1).WithMessage("must be 1 or more");
        RuleFor(task => task.CompletedOn).Must((task, day) => day is not null == (task.Status == TaskStatus.Completed))
            .WithMessage("must be there if the status is COMPLETED, and only then");
        RuleFor(task => task.Evidence).Must((task, evidence) => task.Status != TaskStatus.Completed || evidence is [_, ..])
            .WithMessage("must hold an item if the status is COMPLETED");
        RuleForEach(task => task.Evidence).SetValidator(new EvidenceRules());
        RuleForEach(task => task.Occurrences).SetValidator(new OccurrenceRules());
        RuleFor(task => task.Occurrences).Must(items => items is null || items.DistinctBy(item => (item.Period, item.Ordinal ?? 1)).Count() == items.Length)
            .WithMessage("must not hold a period and an ordinal twice");
    }
}

/// <summary>What must hold in a recorded occurrence.</summary>
internal sealed class OccurrenceRules : AbstractValidator<OccurrenceDocument>
{
    public OccurrenceRules()
    {
        RuleFor(item => item.Period).Must(period => Period.TryParse(period, out _))
            .WithMessage("must be a period such as 2024, 2024-H1, 2024-Q3, 2024-04 or 2024-01-01/2024-02-15");
        RuleFor(item => item.Ordinal).GreaterThanOrEqualTo(1).WithMessage("must be 1 or more");
    }
}

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
    }
}
