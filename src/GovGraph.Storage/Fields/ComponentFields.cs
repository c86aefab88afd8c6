using GovGraph.Plans;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Tasks;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of a component, and of a heading.</summary>
internal static class ComponentFields
{
    public static FieldMap<Component> Map { get; } = new(
        "Component",
        new IdField<Component>("id", component => component.Id),
        new TextField<Component>("code", component => component.Code),
        new TextField<Component>("title", component => component.Title),
        new ValueField<Component, long>("budget", component => component.Budget?.Dong, "budget.dong"),
        new ObjectField<Component, Area>("area", component => component.Area, () => AreaFields.Map, isAbove: true),
        new ObjectField<Component, Plan>("plan", component => component.Plan, () => PlanFields.Map, "", isAbove: true),
        new ListField<Component, PlanTask>("tasks", component => component.Tasks, () => TaskFields.Map),
        new SummaryField<Component>(component => component.Tasks),
        new ListField<Component, Damage>("damage", component => component.Damage, () => DamageFields.Map));

    public static FieldMap<TaskGroup> Groups { get; } = new(
        "TaskGroup",
        new IdField<TaskGroup>("id", group => group.Id),
        new TextField<TaskGroup>("code", group => group.Code),
        new TextField<TaskGroup>("title", group => group.Title),
        new ValueField<TaskGroup, long>("budget", group => group.Budget?.Dong, "budget.dong"));
}
