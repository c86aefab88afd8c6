using GovGraph.Api.Filters;
using GovGraph.Api.History;
using GovGraph.Api.Tasks;
using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Areas;
using GovGraph.Storage.Fields;

namespace GovGraph.Api.Areas;

internal static class AreaFields
{
    public static void Bind(TypeBinding<Area> areas)
    {
        areas.Field("id", area => area.Id);
        areas.Field("code", area => area.Code);
        areas.Field("label", area => area.Label);
        areas.Field("title", area => area.Title);
        areas.Field("budget", area => area.Budget);
        areas.Field("budgetTotal", area => area.BudgetTotal);
        areas.Field("plan", area => area.Plan);
        areas.List("components", FieldMaps.Components, area => area.Components);
        areas.List("groups", FieldMaps.Groups, area => area.Groups);
        areas.List("tasks", FieldMaps.Tasks, area => area.AllTasks);
        areas.DueSteps(area => area.AllTasks);
        areas.Summary(area => area.AllTasks);
        areas.List("indicators", FieldMaps.Indicators, area => area.Indicators);
        areas.Field("damage", area => area.Damage);
        areas.History(area => area.Plan, area => [.. area.AllTasks, .. area.Indicators]);
    }
}
