using FluentValidation;

namespace GovGraph.Plans.Documents;

/// <summary>What must hold in an area.</summary>
internal sealed class AreaRules : AbstractValidator<AreaDocument>
{
    public AreaRules(string planId)
    {
        RuleFor(area => area.Budget).IsMoney();
        RuleForEach(area => area.Groups).SetValidator(new GroupRules());
        RuleForEach(area => area.Tasks).SetValidator(area => new TaskRules(planId, area.Groups));
        RuleForEach(area => area.Components).SetValidator(new ComponentRules(planId));
        RuleForEach(area => area.Indicators).SetValidator(new IndicatorRules());
        RuleForEach(area => area.Damage).SetValidator(new DamageRules<AreaDocument>());
    }
}

/// <summary>What must hold in a component.</summary>
internal sealed class ComponentRules : AbstractValidator<ComponentDocument>
{
    public ComponentRules(string planId)
    {
        RuleFor(component => component.Budget).IsMoney();
        RuleForEach(component => component.Groups).SetValidator(new GroupRules());
        RuleForEach(component => component.Tasks).SetValidator(component => new TaskRules(planId, component.Groups));
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

/// <summary>What must hold in an indicator.</summary>
internal sealed class IndicatorRules : AbstractValidator<IndicatorDocument>
{
    public IndicatorRules()
    {
        RuleFor(indicator => indicator.Line).GreaterThanOrEqualTo(1).WithMessage("must be 1 or more");
        RuleForEach(indicator => indicator.Damage).SetValidator(new DamageRules<IndicatorDocument>());
    }
}
