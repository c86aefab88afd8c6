using GovGraph.Plans;
using GovGraph.Plans.Areas;
using GovGraph.Plans.Tasks;
using GovGraph.Plans.Units;

namespace GovGraph.Storage.Fields;

/// <summary>The fields of a plan.</summary>
internal static class PlanFields
{
    public static FieldMap<Plan> Map { get; } = new(
        "Plan",
        new IdField<Plan>("id", plan => plan.Id, "_id"),
        new TextField<Plan>("title", plan => plan.Title),
        new TextField<Plan>("number", plan => plan.Number),
        new ValueField<Plan, DateOnly>("date", plan => plan.Date?.Date, "date.date"),
        new ValueField<Plan, int>("year", plan => plan.Year),
        new ValueField<Plan, ReformProgram>("program", plan => plan.Program),
        new ValueField<Plan, AdministrativeLevel>("level", plan => plan.Level),
        new ObjectField<Plan, Issuer>("issuer", plan => plan.Issuer, () => IssuerFields.Map),
        new TextField<Plan>("place", plan => plan.Place),
        new ValueField<Plan, long>("budget", plan => plan.Budget?.Dong, "budget.dong"),
        new ListField<Plan, Area>("areas", plan => plan.Areas, () => AreaFields.Map),
        new ListField<Plan, PlanTask>("tasks", plan => plan.Tasks, () => TaskFields.Map),
        new SummaryField<Plan>(plan => plan.Tasks),
        new ListField<Plan, Unit>("units", plan => plan.Units, () => UnitFields.Map),
        new ListField<Plan, Damage>("damage", plan => plan.Damage, () => DamageFields.Map));
}
