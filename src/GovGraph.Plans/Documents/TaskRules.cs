using FluentValidation;
using GovGraph.Plans.Text;
using TaskStatus = GovGraph.Plans.Tasks.TaskStatus;

namespace GovGraph.Plans.Documents;

/// <summary>What must hold in a task.</summary>
internal sealed class TaskRules : AbstractValidator<TaskDocument>
{
    public TaskRules()
    {
        RuleFor(task => task.Budget).IsMoney();
        RuleFor(task => task.Line).GreaterThanOrEqualTo(1).WithMessage(SharedRules.BeOneOrMore);
        RuleForEach(task => task.Damage).SetValidator(new DamageRules<TaskDocument>());
        RuleFor(task => task.Version).GreaterThanOrEqualTo(1).WithMessage(SharedRules.BeOneOrMore);
        RuleFor(task => task.CompletedOn).Must((task, day) => day is not null == (task.Status == TaskStatus.Completed))
            .WithMessage("must be there if the status is COMPLETED, and only then", "phải có nếu tình trạng là COMPLETED, và chỉ khi đó");
        RuleFor(task => task.Evidence).Must((task, evidence) => task.Status != TaskStatus.Completed || (evidence ?? []).Any(item => item.IsStanding()))
            .WithMessage("must hold an item that was neither returned nor withdrawn if the status is COMPLETED", "phải có một mục chưa bị trả lại hay rút nếu tình trạng là COMPLETED");
        RuleForEach(task => task.Evidence).SetValidator(new EvidenceRules());
        RuleForEach(task => task.Extensions).SetValidator(new ExtensionRules());
        RuleFor(task => task.Extensions).Must(items => items is null || items[..^1].All(item => item.Decision is not null)).When(task => task.Extensions is [_, ..])
            .WithMessage("must hold no request without a decision but the last", "chỉ đề nghị cuối cùng được chưa có quyết định");
        RuleForEach(task => task.Occurrences).SetValidator(new OccurrenceRules());
        RuleFor(task => task.Occurrences).Must(items => items is null || items.DistinctBy(item => (item.Period, item.Ordinal ?? 1)).Count() == items.Length)
            .WithMessage("must not hold a period and an ordinal twice", "không được có cùng một kỳ và số thứ tự hai lần");
    }
}

/// <summary>What must hold in a recorded occurrence.</summary>
internal sealed class OccurrenceRules : AbstractValidator<OccurrenceDocument>
{
    public OccurrenceRules()
    {
        RuleFor(item => item.Period).Must(period => Period.TryParse(period, out _))
            .WithMessage(SharedRules.BePeriod);
        RuleFor(item => item.Ordinal).GreaterThanOrEqualTo(1).WithMessage(SharedRules.BeOneOrMore);
    }
}
