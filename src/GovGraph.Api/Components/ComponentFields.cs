using GovGraph.Api.Filters;
using GovGraph.Api.History;
using GovGraph.Api.Tasks;
using GovGraph.GraphQL.Bindings;
using GovGraph.Plans.Areas;
using GovGraph.Storage.Fields;

namespace GovGraph.Api.Components;

internal static class ComponentFields
{
    public static void Bind(TypeBinding<Component> components)
    {
        components.Field("id", component => component.Id);
        components.Field("code", component => component.Code);
        components.Field("label", component => component.Label);
        components.Field("title", component => component.Title);
        components.Field("budget", component => component.Budget);
        components.Field("budgetTotal", component => component.BudgetTotal);
        components.Field("plan", component => component.Area.Plan);
        components.Field("area", component => component.Area);
        components.List("groups", FieldMaps.Groups, component => component.Groups);
        components.List("tasks", FieldMaps.Tasks, component => component.Tasks);
        components.DueSteps(component => component.Tasks);
        components.Summary(component => component.Tasks);
        components.Field("damage", component => component.Damage);
        components.History(component => component.Plan, component => component.Tasks);
    }
}
