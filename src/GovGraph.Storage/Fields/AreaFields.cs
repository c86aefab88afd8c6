using GovGraph.Plans;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Tasks;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of an area.</summary>
internal static class AreaFields
{
    public static FieldMap<Area> Map { get; } = new(
        "Area",
        new IdField<Area>("id", area => area.Id),
        new TextField<Area>("code", area => area.Code),
        new TextField<Area>("title", area => area.Title),
        new ValueField<Area, long>("budget", area => area.Budget?.Dong, "budget.dong"),
        new ObjectField<Area, Plan>("plan", area => area.Plan, () => PlanFields.Map, "", isAbove: true),
        new ListField<Area, Component>("components", area => area.Components, () => ComponentFields.Map),
        new ListField<Area, PlanTask>("tasks", area => area.AllTasks, () => TaskFields.Map),
        new SummaryField<Area>(area => area.AllTasks),
        new ListField<Area, Damage>("damage", area => area.Damage, () => DamageFields.Map));
}
