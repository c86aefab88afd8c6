using FluentValidation;
using GovGraph.Plans.Indicators;
using GovGraph.Plans.Text;

namespace GovGraph.Plans.Documents;

/// <summary>What must hold in an area.</summary>
internal sealed class AreaRules : AbstractValidator<AreaDocument>
{
    public AreaRules()
    {
        RuleFor(area => area.Budget).IsMoney();
        RuleForEach(area => area.Groups).SetValidator(new GroupRules());
        RuleForEach(area => area.Tasks).SetValidator(new TaskRules());
        RuleFor(area => area).Custom((area, context) => GroupsOfTasks.Check(area.Groups, area.Tasks, context));
        RuleForEach(area => area.Components).SetValidator(new ComponentRules());
        RuleForEach(area => area.Indicators).SetValidator(new IndicatorRules());
        RuleForEach(area => area.Damage).SetValidator(new DamageRules<AreaDocument>());
    }
}

/// <summary>What must hold in a component.</summary>
internal sealed class ComponentRules : AbstractValidator<ComponentDocument>
{
    public ComponentRules()
    {
        RuleFor(component => component.Budget).IsMoney();
        RuleForEach(component => component.Groups).SetValidator(new GroupRules());
        RuleForEach(component => component.Tasks).SetValidator(new TaskRules());
        RuleFor(component => component).Custom((component, context) => GroupsOfTasks.Check(component.Groups, component.Tasks, context));
        RuleForEach(component => component.Damage).SetValidator(new DamageRules<ComponentDocument>());
    }
}

/// <summary>What must hold in a heading above tasks.</summary>
internal sealed class GroupRules : AbstractValidator<GroupDocument>
{
    public GroupRules()
    {
        RuleFor(group => group.Budget).IsMoney();
        RuleForEach(group => group.Damage).SetValidator(new DamageRules<GroupDocument>());
    }
}

/// <summary>A task stands under a heading of its own area or component, if under any.</summary>
internal static class GroupsOfTasks
{
    public static void Check<T>(GroupDocument[]? groups, TaskDocument[]? tasks, ValidationContext<T> context)
    {
        for (var i = 0; i < (tasks?.Length ?? 0); i++)
        {
            if (tasks![i].Group is { } code && !Array.Exists(groups ?? [], group => group.Code == code))
            {
                context.AddFailure(
                    $"Tasks[{i}].Group",
                    $"names \"{code}\", which is none of the groups beside the task",
                    $"nêu \"{code}\", không phải nhóm nào cùng cấp với nhiệm vụ");
            }
        }
    }
}

/// <summary>What must hold in an indicator.</summary>
internal sealed class IndicatorRules : AbstractValidator<IndicatorDocument>
{
    public IndicatorRules()
    {
        RuleFor(indicator => indicator.Line).GreaterThanOrEqualTo(1).WithMessage(SharedRules.BeOneOrMore);
        RuleForEach(indicator => indicator.Damage).SetValidator(new DamageRules<IndicatorDocument>());
        RuleForEach(indicator => indicator.Values).SetValidator(new ValueRules());
        RuleFor(indicator => indicator.Values).Must(values => values is null || values.Select(value => value.Period).Distinct().Count() == values.Length)
            .WithMessage("must not hold a period twice", "không được có một kỳ hai lần");
        RuleFor(indicator => indicator.Version).GreaterThanOrEqualTo(1).WithMessage(SharedRules.BeOneOrMore);
    }
}

/// <summary>What must hold in a recorded value of an indicator.</summary>
internal sealed class ValueRules : AbstractValidator<ValueDocument>
{
    public ValueRules()
    {
        RuleFor(value => value.Period).Must(period => Period.TryParse(period, out _))
            .WithMessage(SharedRules.BePeriod);
        RuleFor(value => value.Value).Must(IndicatorValue.CanBe)
            .WithMessage(SharedRules.BeFigure);
    }
}
